import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pass } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { proves } from '../../matrix/fault.ts';
import { kill } from '../../matrix/kill.ts';
import { amount } from '../../support/unit/amount.ts';
import { bundle } from '../../support/unit/bundle.ts';
import type { KeptState, openKeptState } from '../../support/unit/numbered-state.ts';

const lanes = 4;
const livesOfLane = amount(6, 50);
const longestLifeMs = 40;
let folder: string;
let open: typeof openKeptState;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'oxygauge-kill-'));
  await bundle(['numbered-state', 'state-writer'], folder);
  ({ openKeptState: open } = await import(pathToFileURL(join(folder, 'numbered-state.mjs')).href));
}, 30_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test(proves(kill, 'while-writing'), async () => {
  const all = await Promise.all(
    Array.from({ length: lanes }, (_, lane) => liveAndDie(join(folder, `${lane}`))),
  );
  // If every kill fell between two states, nothing would be shown.
  expect(all.reduce((sum, { parts }) => sum + parts, 0)).toBeGreaterThan((lanes * livesOfLane) / 10);
}, 120_000);

/**
 * Runs the writer many times on one profile and kills it at random moments. Returns how often a kill fell inside a state.
 */
async function liveAndDie(profile: string): Promise<{ parts: number }> {
  const reported: number[] = [];
  let parts = 0;
  for (let life = 0, last = 0; life < livesOfLane; life += 1) {
    const whole = await oneLife(profile, last + 1);
    reported.push(...whole);
    // The state that the kill interrupted may be there in full, in part or not at all.
    last = (whole.at(-1) ?? last) + 1;
    const state = open(profile).read();
    check(state, reported, last);
    const ends = [state.alerts.at(-1), state.memory, state.totals.at(-1), state.settings, state.replaced];
    if (new Set(ends).size > 1) parts += 1;
  }
  return { parts };
}

/** Returns the numbers of the states that were written in full. */
async function oneLife(profile: string, first: number): Promise<number[]> {
  const writer = spawn(process.execPath, [join(folder, 'state-writer.mjs'), profile, String(first)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  const begun = new Promise<void>((done) => {
    writer.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      done();
    });
  });
  const ended = new Promise<NodeJS.Signals | null>((done) =>
    writer.once('close', (_code, signal) => done(signal)),
  );
  await Promise.race([begun, ended]);
  await pass(Math.random() * longestLifeMs);
  writer.kill('SIGKILL');
  expect(await ended, 'The writer ended by itself.').toBe('SIGKILL');
  return said.split('\n').slice(1, -1).map(Number);
}

function check(state: KeptState, reported: readonly number[], last: number): void {
  const least = reported.at(-1) ?? 0;
  expect(state.broken).toEqual([]);
  for (const n of [state.settings, state.memory, state.replaced]) {
    expect(n).toBeGreaterThanOrEqual(least);
    expect(n).toBeLessThanOrEqual(last);
  }
  for (const numbers of [state.alerts, state.settled, state.totals, state.lists]) {
    const read = new Set(numbers);
    expect(reported.filter((n) => !read.has(n))).toEqual([]);
    expect(numbers).toEqual([...read].sort((one, other) => one - other));
    expect(numbers.at(-1) ?? 0).toBeLessThanOrEqual(last);
  }
}
