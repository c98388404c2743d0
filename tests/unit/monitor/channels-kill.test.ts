import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pass } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startChannelServer } from '../../support/server/channel-server.ts';
import { amount } from '../../support/unit/amount.ts';
import { bundle } from '../../support/unit/bundle.ts';

/** Where a run of the app ends: before its request is answered, just after, or anywhere. */
const moments = ['asked', 'answered', 'anywhere'] as const;
const livesOfMoment = amount(5, 40);
const longestLifeMs = 250;

let folder: string;
let server: Awaited<ReturnType<typeof startChannelServer>>;
let writer: ChildProcess | null = null;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'oxygauge-channels-'));
  await bundle(['channel-writer'], folder);
  server = await startChannelServer();
}, 30_000);
afterAll(async () => {
  writer?.kill('SIGKILL');
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('the queue over kill -9: each event arrives once, in its order, or is counted as lost or as maybe arrived', async () => {
  const arrived: string[] = [];
  const added: number[] = [];
  const takes = (kills: () => void) => (response: ServerResponse) => {
    // One in four is refused, and tried again by the same message.
    if (server.received.length % 4 === 0) return void response.writeHead(503).end();
    arrived.push(...idsIn(server.received.at(-1)?.body ?? ''));
    kills();
    response.end('ok');
  };
  for (let life = 0; life < livesOfMoment * moments.length; life += 1) {
    const moment = moments[life % moments.length];
    const run = start([`${(added.at(-1) ?? 0) + 2}`]);
    const kill = () => run.writer.kill('SIGKILL');
    server.answer = takes(
      moment === 'asked' ? kill : moment === 'answered' ? () => setImmediate(kill) : () => {},
    );
    if (moment === 'anywhere') {
      await run.begun;
      await pass(Math.random() * longestLifeMs);
      kill();
    }
    expect(await run.ended, 'The writer ended by itself.').toBe('SIGKILL');
    added.push(...run.lines().map(Number));
  }
  server.answer = takes(() => {});
  const last = start(['0', 'last']);
  await last.ended;
  const { lost, unclear } = JSON.parse(last.lines().at(-1) ?? '{}');

  expect(new Set(arrived).size, 'An event arrived twice.').toBe(arrived.length);
  const numbers = arrived.map((id) => Number(id.slice(1)));
  expect(numbers).toEqual([...numbers].sort((one, other) => one - other));
  const missing = added.filter((number) => !arrived.includes(`e${number}`));
  expect(missing.length).toBeLessThanOrEqual(lost + unclear);
  // Each run that was killed before its answer leaves a message of which it is not known whether it arrived.
  expect(unclear).toBeGreaterThanOrEqual(livesOfMoment);
  expect(arrived.length).toBeGreaterThan(added.length / 2);
}, 240_000);

function idsIn(body: string): string[] {
  return JSON.parse(body).events.map(({ id }: { id: string }) => id);
}

/** Starts the app's queue and sender on the one profile. `lines` are those that it has printed in full. */
function start(words: readonly string[]) {
  const child = spawn(
    process.execPath,
    [join(folder, 'channel-writer.mjs'), join(folder, 'profile'), server.url, ...words],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  writer = child;
  let said = '';
  const begun = new Promise<void>((done) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      done();
    });
  });
  const ended = new Promise<NodeJS.Signals | null>((done) => {
    child.once('close', (_code, signal) => done(signal));
  });
  return { writer: child, begun, ended, lines: () => said.split('\n').slice(1, -1) };
}
