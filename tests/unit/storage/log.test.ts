import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openLog } from '../../../electron/storage/log.ts';
import { type LogEvent, lineWithoutName, logLine, masked } from '../../../electron/storage/log-event.ts';
import { proves } from '../../matrix/fault.ts';
import { storage as matrix } from '../../matrix/storage.ts';
import { openFiles, profileFolder, removeFolders } from '../../support/unit/storage.ts';

let profile: string;
let fullNames: boolean;
beforeEach(() => {
  profile = profileFolder();
  fullNames = false;
});
afterEach(() => {
  removeFolders();
  vi.restoreAllMocks();
});

function open(mostBytes?: number) {
  const { log: files, clock } = openFiles(profile);
  return openLog({
    files,
    now: clock.now,
    fullNames: () => fullNames,
    ...(mostBytes !== undefined && { mostBytes }),
  });
}
const written = () => readFileSync(join(profile, 'log/oxygauge.log'), 'utf8');
const at = Date.parse('2026-03-15T12:00:00Z');
const write = (subUser: string): LogEvent => ({ kind: 'write', call: 'update', outcome: 'done', subUser });

test('an event is one line: the time, what happened, and a shortened name', () => {
  const log = open();
  log.write({ kind: 'start', version: '0.1.0', electron: '33.2.1', platform: 'linux-x64-6.1', demo: false });
  log.write({ kind: 'sign-in', outcome: { kind: 'unreachable', reason: 'certificate' } });
  log.write({
    kind: 'write',
    call: 'create',
    outcome: { kind: 'rejected', status: 409, message: 'pw hunter2' },
    subUser: 'price_monitor_eu',
  });
  log.write({ kind: 'storage', failing: { what: 'history', code: 'ENOSPC' } });
  fullNames = true;
  log.write({ kind: 'alert', rule: 'limit', delivery: 'shown', subUser: 'price_monitor_eu' });
  expect(written()).toBe(
    [
      'start 0.1.0 electron:33.2.1 linux-x64-6.1',
      'sign-in unreachable certificate',
      'write create rejected 409 sub-user="pri…eu"',
      'storage fails history ENOSPC',
      'alert limit shown sub-user="price_monitor_eu"',
    ]
      .map((line) => `2026-03-15T12:00:00.000Z ${line}\n`)
      .join(''),
  );
});

test('an error is logged as its kind, code and places in our code, without its message', () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {});
  const error = Object.assign(new Error('https://user:hunter2@host/ at /home/jane'), {
    code: 'ECONNREFUSED',
  });
  error.stack = [
    `Error: ${error.message}`,
    '    at hunter2 (/home/jane/hunter2.js:1:1)',
    '    at Poller.refresh (file:///home/jane/app.asar/dist/main.js:4211:13)',
    '    at node:internal/process/task_queues:95:5',
    '    at async file:///home/jane/app.asar/dist/main.js:88:9',
    '    at ky (file:///home/jane/app.asar/dist/main-ky.js:1:2345)',
    '    at replaceJson (/home/jane/app.asar/dist/json-store.cjs:7:8)',
    '    at hunter2 (file:///home/jane/main-hunter 2.js:1:1)',
  ].join('\n');
  open().report('uncaught exception', error);
  expect(written()).toBe(
    '2026-03-15T12:00:00.000Z fault uncaught exception Error ECONNREFUSED main.js:4211:13 main.js:88:9 main-ky.js:1:2345 json-store.cjs:7:8\n',
  );
  expect(said.mock.calls).toEqual([['oxygauge: uncaught exception: Error (ECONNREFUSED)']]);
});

test('no text of a thrown value is in the log', () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const log = open();
  const text = fc.string({ minLength: 6 }).map((each) => `zq ${each} qz`);
  const thrown = fc.oneof(
    text,
    fc
      .record({ message: text, stack: text, name: text, code: text })
      .map((fields) => Object.assign(new Error(), fields)),
    text.map((message) => new Error(message, { cause: new Error(message) })),
    fc.anything(),
  );
  fc.assert(fc.property(thrown, (error) => log.report('a test', error)));
  expect(written()).not.toContain('zq');
});

test('a name is always shortened, and one line stays one line', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (name) => {
      fc.pre(name !== '…');
      expect(masked(name)).not.toBe(name);
      if (name.length > 2) expect(logLine(write(name), at, false)).not.toContain(JSON.stringify(name));
      for (const full of [true, false]) {
        const line = logLine(write(name), at, full);
        expect(line).not.toMatch(/[\r\n]/);
        expect(lineWithoutName(line)).toBe('2026-03-15T12:00:00.000Z write update done');
      }
    }),
  );
  expect(['a', 'ab', 'abc', 'abcdefg', 'abcdefgh'].map(masked)).toEqual(['…', '…', 'a…', 'a…', 'abc…gh']);
});

test('a word of an event stays one word of the line, whatever it holds', () => {
  fc.assert(
    fc.property(fc.string(), (code) => {
      const line = logLine(
        { kind: 'storage', failing: { what: 'log', code: `E${code} sub-user=` } },
        at,
        true,
      );
      expect(line).toMatch(/^2026-03-15T12:00:00\.000Z storage fails log [\w.:+?-]{1,80}$/);
    }),
  );
});

test('a line that the app did not write is not passed on', () => {
  const log = open();
  log.write(write('price_monitor_eu'));
  writeFileSync(
    join(profile, 'log/oxygauge.log'),
    `${written()}other@host wrote "this"\n2026-03-15 /home/jane\n`,
  );
  expect(open().tail(100)).toEqual(['2026-03-15T12:00:00.000Z write update done']);
});

test('forgetting an account erases the log', () => {
  const log = open(60);
  for (const name of ['price_monitor_eu', 'price_monitor_us']) log.write(write(name));
  log.erase();
  expect(readdirSync(join(profile, 'log'))).toEqual([]);
  log.write({ kind: 'refresh', outcome: 'done' });
  expect(log.tail(100)).toEqual(['2026-03-15T12:00:00.000Z refresh done']);
});

test(proves(matrix, 'log-full'), () => {
  const most = 4_000;
  for (let run = 0; run < 3; run += 1) {
    const log = open(most);
    for (let line = 0; line < 200; line += 1)
      log.write({ kind: 'refresh', outcome: { kind: 'rejected', status: run * 1000 + line, message: null } });
  }
  // Each start continues where the last one ended.
  for (let run = 0; run < 60; run += 1) open(most).write({ kind: 'refresh', outcome: 'done' });
  for (let line = 2100; line < 2200; line += 1)
    open(most).write({ kind: 'refresh', outcome: { kind: 'rejected', status: line, message: null } });
  const folder = join(profile, 'log');
  expect(readdirSync(folder).sort()).toEqual(['oxygauge.1.log', 'oxygauge.log']);
  for (const name of readdirSync(folder)) {
    expect(statSync(join(folder, name)).size).toBeLessThanOrEqual(most);
    expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
  }
  const tail = open(most).tail(100);
  expect(tail.length).toBe(100);
  expect(tail.at(-1)).toBe('2026-03-15T12:00:00.000Z refresh rejected 2199');
  expect(tail.at(0)).toBe('2026-03-15T12:00:00.000Z refresh rejected 2100');
});
