import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { probeKeyring } from '../../../electron/desktop/keyring/keyring-probe.ts';
import { reportTo } from '../../../electron/desktop/recovery/report.ts';

const { program } = vi.hoisted(() => ({ program: { file: '' } }));
vi.mock('electron', () => ({
  safeStorage: {},
  app: {
    isPackaged: false,
    getAppPath: () => program.file,
    commandLine: { hasSwitch: () => false, getSwitchValue: () => '' },
  },
}));

let folder: string;
let reports: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'oxygauge-test-'));
  program.file = join(folder, 'probe.mjs');
  reports = [];
  reportTo((what, error) => reports.push(`${what} ${(error as { code?: string }).code}`));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Makes the probe do these things, one at each start, and returns how often it was started so far. */
function probeDoes(...turns: readonly string[]): () => number {
  const starts = join(folder, 'starts');
  writeFileSync(starts, '');
  const cases = turns.map((turn, index) => `if (start === ${index}) { ${turn} }`).join('\n');
  writeFileSync(
    program.file,
    `import { appendFileSync, readFileSync } from 'node:fs';
    const start = readFileSync(${JSON.stringify(starts)}).length;
    appendFileSync(${JSON.stringify(starts)}, '.');
    ${cases}`,
  );
  return () => readFileSync(starts).length;
}

const crashes = "process.kill(process.pid, 'SIGTRAP'); setInterval(() => {}, 1000);";
const finds = "process.stdout.write('AAAA', () => process.exit(10));";
const misses = 'process.exit(11);';

test('a keyring that the probe finds or misses is believed at once', async () => {
  const starts = probeDoes(finds, misses);
  expect(await probeKeyring(60_000)).toEqual({ kind: 'available', sample: Buffer.alloc(3) });
  expect(await probeKeyring(60_000)).toEqual({ kind: 'none' });
  expect(starts()).toBe(2);
  expect(reports).toEqual([]);
});

test('a probe that crashes says nothing, and is started once more', async () => {
  const starts = probeDoes(crashes, finds);
  expect(await probeKeyring(60_000)).toMatchObject({ kind: 'available' });
  expect(starts()).toBe(2);
  expect(reports).toEqual(['keyring probe SIGTRAP']);
});

test('a probe that crashes twice leaves no keyring, and is reported', async () => {
  const starts = probeDoes(crashes, 'process.exit(3);', finds);
  expect(await probeKeyring(60_000)).toEqual({ kind: 'none' });
  expect(starts()).toBe(2);
  expect(reports).toEqual(['keyring probe SIGTRAP', 'keyring probe EXIT_3']);
});

test('a probe that ends with the app is not started again', async () => {
  const starts = probeDoes("setInterval(() => {}, 1_000); process.stdout.write('AA');", finds);
  const before = process.listeners('exit');
  const answer = probeKeyring(60_000);
  await vi.waitFor(() => expect(starts()).toBe(1), { timeout: 20_000 });
  for (const listener of process.listeners('exit'))
    if (!before.includes(listener)) (listener as () => void)();
  expect(await answer).toEqual({ kind: 'silent' });
  expect(starts()).toBe(1);
  expect(reports).toEqual([]);
});
