import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { defaultSettings, type Settings } from '../../../electron/contract/settings.ts';
import { watchVersions } from '../../../electron/monitor/releases/version-watch.ts';
import { createAppStore } from '../../../electron/monitor/state.ts';
import type { LogEvent } from '../../../electron/storage/log-event.ts';
import { openVersionFile } from '../../../electron/storage/version-file.ts';
import { environment } from '../../../renderer/gallery/snapshot.ts';
import {
  type Answer,
  answers,
  listBytes,
  releaseKey,
  startVersionServer,
  type VersionServer,
} from '../../support/server/version-server.ts';
import { FakeClock } from '../../support/unit/fake-clock.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

let server: VersionServer;
let profile = '';
let clock = new FakeClock();
const ends: (() => void)[] = [];

beforeEach(async () => {
  server = await startVersionServer();
  profile = mkdtempSync(join(tmpdir(), 'oxygauge-versions-'));
  clock = new FakeClock();
});
afterEach(async () => {
  for (const end of ends.splice(0)) end();
  await server.close();
});

type Run = { versionCheck?: Settings['versionCheck']; version?: string; random?: () => number };

/** Starts the watch as the app does at each start, on the same profile. */
function start({ versionCheck = 'on', version = '0.1.0', random = () => 0.5 }: Run = {}) {
  const store = createAppStore({ settings: { ...defaultSettings, versionCheck }, environment });
  const outcomes: string[] = [];
  const asked: number[] = [];
  const end = watchVersions({
    store,
    clock,
    random,
    fetch(...request) {
      asked.push(clock.now());
      return globalThis.fetch(...request);
    },
    address: server.address,
    key: releaseKey,
    file: openVersionFile(profile),
    version,
    command: (newest) => `install ${newest}`,
    log(event: LogEvent) {
      if (event.kind === 'version-list') outcomes.push(event.outcome);
    },
  });
  ends.push(end);
  const set = (versionCheck: Settings['versionCheck']) =>
    store.setState(({ settings }) => ({ settings: { ...settings, versionCheck } }));
  return { end, store, outcomes, asked, set, newer: () => store.getState().releases.newer?.version ?? null };
}

type Started = ReturnType<typeof start>;

/** Shorter than the limit of an answer, so that one that is on its way is never late for the clock alone. */
const stepMs = 20_000;

/** Passes time, which stands while a request is without an outcome. Returns early once there are that many. */
async function pass(run: Started, ms: number, outcomes = Number.POSITIVE_INFINITY): Promise<void> {
  for (const end = clock.now() + ms; clock.now() < end && run.outcomes.length < outcomes; ) {
    await clock.pass(Math.min(stepMs, end - clock.now()));
    await answered(run);
  }
}

async function answered({ asked, outcomes }: Started): Promise<void> {
  while (outcomes.length < asked.length) await new Promise((next) => setImmediate(next));
}

/** Passes time until the next request has its outcome, two days at most. */
async function nextOutcome(run: Started): Promise<string | undefined> {
  const count = run.outcomes.length;
  await pass(run, 2 * dayMs, count + 1);
  return run.outcomes[count];
}

/** Passes time until a request has reached the server. */
async function nextRequest({ asked }: Started): Promise<void> {
  const requests = server.requests.length;
  for (const count = asked.length; asked.length === count; ) await clock.pass(stepMs);
  while (server.requests.length === requests) await new Promise((next) => setImmediate(next));
}

test('a good list shows the newer version, and what installs it', async () => {
  const run = start();
  expect(run.newer()).toBeNull();
  expect(await nextOutcome(run)).toBe('done');
  expect(run.store.getState().releases).toEqual({
    unavailable: null,
    newer: { version: '0.2.0', command: 'install 0.2.0' },
  });
});

test.each(['0.2.0', '0.10.0', '1.0.0'])(
  'the version that runs is not older than %s: nothing is shown',
  async (version) => {
    const run = start({ version });
    expect(await nextOutcome(run)).toBe('done');
    expect(run.newer()).toBeNull();
  },
);

test('one changed byte, at any place, is refused', { timeout: 30_000 }, async () => {
  for (let at = 0; at < listBytes; at += 7) {
    server.answer = answers.tampered(at);
    profile = mkdtempSync(join(tmpdir(), 'oxygauge-versions-'));
    const run = start({ random: () => 0 });
    expect([at, await nextOutcome(run), run.newer()]).toEqual([at, 'not-signed', null]);
    run.end();
  }
});

test.each<[string, Answer, string]>([
  ['signed by another key', answers.otherKey, 'not-signed'],
  ['not signed', answers.unsigned, 'not-signed'],
  ['half', answers.half, 'not-signed'],
  ['cut', answers.cut, 'no-answer'],
  ['huge', answers.huge, 'too-large'],
  ['redirected', answers.redirected, 'no-answer'],
  ['an error', answers.failing, 'status'],
  ['another format', (response) => response.end('\n'), 'not-signed'],
  ['empty', (response) => response.end(), 'not-signed'],
])('%s: nothing is shown, and what was known stays', async (_what, answer, outcome) => {
  const run = start();
  server.answer = answer;
  expect(await nextOutcome(run)).toBe(outcome);
  expect(run.newer()).toBeNull();
  server.answer = answers.good();
  expect(await nextOutcome(run)).toBe('done');
  server.answer = answer;
  expect(await nextOutcome(run)).toBe(outcome);
  expect(run.newer()).toBe('0.2.0');
  expect(server.requests.every(({ url }) => url === '/versions.txt')).toBe(true);
});

test.each(['hanging', 'silent'] as const)(
  '%s: it ends after half a minute, and a later answer counts for nothing',
  async (name) => {
    const run = start();
    server.answer = answers[name];
    await nextRequest(run);
    await clock.pass(9_000);
    expect(run.outcomes).toEqual([]);
    await clock.pass(21_000);
    expect(run.outcomes).toEqual(['no-answer']);
    expect(run.newer()).toBeNull();
  },
);

test('a list that is older than one seen before is refused, also after a restart', async () => {
  server.answer = answers.good('0.3.0', 2_000);
  const first = start();
  expect(await nextOutcome(first)).toBe('done');
  first.end();
  server.answer = answers.good('0.2.0', 1_999);
  const second = start();
  expect(second.newer()).toBe('0.3.0');
  expect(await nextOutcome(second)).toBe('older');
  expect(second.newer()).toBe('0.3.0');
  // A later list may take a release back.
  server.answer = answers.good('0.1.0', 2_001);
  expect(await nextOutcome(second)).toBe('done');
  expect(second.newer()).toBeNull();
});

test.each(['unasked', 'off'] as const)(
  '%s: nothing is sent in a week, and nothing waits',
  async (versionCheck) => {
    start({ versionCheck });
    await clock.pass(7 * dayMs);
    expect(clock.waiting()).toBe(0);
    expect(server.requests).toHaveLength(0);
  },
);

/** Returns when the requests of a week were sent. */
async function weekOf(restart: () => Started, everyMs: number): Promise<number[]> {
  const sent: number[] = [];
  for (const end = clock.now() + 7 * dayMs; clock.now() < end; ) {
    const run = restart();
    await pass(run, Math.min(everyMs, end - clock.now()));
    run.end();
    sent.push(...run.asked);
  }
  expect(server.requests).toHaveLength(sent.length);
  return sent;
}

function gapsOf(sent: readonly number[]): number[] {
  return sent.slice(1).map((at, index) => at - (sent[index] ?? 0));
}

test('a week has six or seven requests, each a day or more after the last, at no fixed hour', async () => {
  let step = 0;
  const random = () => {
    step = (step * 7 + 3) % 10;
    return step / 10;
  };
  const sent = await weekOf(() => start({ random }), 7 * dayMs);
  expect([6, 7]).toContain(sent.length);
  expect(Math.min(...gapsOf(sent))).toBeGreaterThanOrEqual(dayMs);
  expect(new Set(gapsOf(sent)).size).toBeGreaterThan(3);
});

test('a restart every five hours, and a server that always fails, add no request', {
  timeout: 20_000,
}, async () => {
  server.answer = answers.failing;
  const sent = await weekOf(start, 5 * hourMs);
  expect(Math.min(...gapsOf(sent))).toBeGreaterThanOrEqual(dayMs);
  expect(sent.length).toBeGreaterThan(4);
  expect(sent.length).toBeLessThanOrEqual(7);
});

test('the switch acts at once: off forgets what is shown and ends a request, and on asks no second time that day', async () => {
  const run = start({ versionCheck: 'unasked' });
  run.set('on');
  await answered(run);
  expect(run.newer()).toBe('0.2.0');
  run.set('off');
  expect(run.newer()).toBeNull();
  run.set('on');
  expect(run.newer()).toBe('0.2.0');
  await clock.pass(dayMs - minuteMs);
  expect(server.requests).toHaveLength(1);

  server.answer = answers.hanging;
  await nextRequest(run);
  run.set('off');
  await answered(run);
  expect(run.outcomes).toEqual(['done', 'no-answer']);
});

test('offline and asleep, nothing is sent; afterwards within an hour', async () => {
  const run = start();
  run.store.setState({ online: false });
  await clock.pass(3 * dayMs);
  run.store.setState({ online: true, awake: false });
  await clock.pass(dayMs);
  expect(server.requests).toHaveLength(0);
  run.store.setState({ awake: true });
  expect(await nextOutcome(run)).toBe('done');
});

test('a profile that cannot be written sends nothing, since a restart would repeat it', async () => {
  profile = join(profile, 'no-folder');
  writeFileSync(profile, '');
  const run = start();
  await clock.pass(2 * hourMs);
  expect(run.outcomes).toEqual(['not-recorded']);
  expect(server.requests).toHaveLength(0);
});

test('a clock that was once years ahead does not end the requests', async () => {
  writeFileSync(
    join(profile, 'versions.json'),
    JSON.stringify({ nextAt: clock.now() + 700 * dayMs, list: null }),
  );
  expect(await nextOutcome(start())).toBe('done');
});

test.each([
  '',
  '{',
  '[]',
  '{"nextAt":-1,"list":null}',
  '{"nextAt":0,"list":{"issuedAt":1,"newest":"<b>"}}',
  'x'.repeat(5_000),
])('a damaged file counts as none: %.40s', async (text) => {
  writeFileSync(join(profile, 'versions.json'), text);
  const run = start();
  expect(run.newer()).toBeNull();
  expect(await nextOutcome(run)).toBe('done');
  expect(run.newer()).toBe('0.2.0');
  expect(readFileSync(join(profile, 'versions.json'), 'utf8')).toContain('"newest":"0.2.0"');
});
