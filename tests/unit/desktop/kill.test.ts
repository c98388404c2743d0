import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pass } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { proves } from '../../matrix/fault.ts';
import { kill } from '../../matrix/kill.ts';
import type { KeptState, openKeptState } from '../../support/kept-state.ts';

const lanes = 4;
const livesOfLane = 50;
const longestLifeMs = 40;
let folder: string;
let open: typeof openKeptState;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'oxygauge-kill-'));
  await bundle(folder);
  ({ openKeptState: open } = await import(pathToFileURL(join(folder, 'kept-state.mjs')).href));
}, 30_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test(proves(kill, 'while-writing'), async () => {
  const all = await Promise.all(
    Array.from({ length: lanes }, (_, lane) => liveAndDie(join(folder, `${lane}`))),
  );
  // A kill that always fell between two states would show nothing.
  expect(all.reduce((sum, { parts }) => sum + parts, 0)).toBeGreaterThan(20);
}, 120_000);

/** One profile through many lives, each of which ends at a random moment. Answers how often that was between two parts of a state. */
async function liveAndDie(profile: string): Promise<{ parts: number }> {
  const told: number[] = [];
  let parts = 0;
  for (let life = 0, last = 0; life < livesOfLane; life += 1) {
    const whole = await oneLife(profile, last + 1);
    told.push(...whole);
    // The state that the kill met: all, a part or nothing of it may be there.
    last = (whole.at(-1) ?? last) + 1;
    const state = open(profile).read();
    check(state, told, last);
    const ends = [state.alerts.at(-1), state.memory, state.totals.at(-1), state.settings, state.replaced];
    if (new Set(ends).size > 1) parts += 1;
  }
  return { parts };
}

/** Answers with the numbers of the states that were written whole. */
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

function check(state: KeptState, told: readonly number[], last: number): void {
  const least = told.at(-1) ?? 0;
  expect(state.broken).toEqual([]);
  for (const n of [state.settings, state.memory, state.replaced]) {
    expect(n).toBeGreaterThanOrEqual(least);
    expect(n).toBeLessThanOrEqual(last);
  }
  for (const numbers of [state.alerts, state.settled, state.totals, state.lists]) {
    const read = new Set(numbers);
    expect(told.filter((n) => !read.has(n))).toEqual([]);
    expect(numbers).toEqual([...read].sort((one, other) => one - other));
    expect(numbers.at(-1) ?? 0).toBeLessThanOrEqual(last);
  }
}

/** What writes and what reads, as Node runs them: of Electron they use nothing, so that it is left out. */
async function bundle(into: string): Promise<void> {
  const support = resolve(import.meta.dirname, '../../support');
  await build({
    configFile: false,
    logLevel: 'error',
    plugins: [
      {
        name: 'no-electron',
        enforce: 'pre',
        resolveId: (id) => (id === 'electron' ? '\0none' : null),
        load: (id) => (id === '\0none' ? 'export default {};' : null),
      },
    ],
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: into,
      emptyOutDir: false,
      target: 'node20',
      rolldownOptions: {
        input: ['kept-state', 'state-writer'].map((name) => join(support, `${name}.ts`)),
        output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-chunk.mjs' },
      },
    },
  });
}
