import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, expect, test } from 'vitest';
import { parts, readOptions } from '../../../build/bench/options.ts';
import { cpuMsOf, familyOf, memoryMbOf, memoryOf } from '../../../build/bench/processes.ts';
import { idleFigures } from '../../../build/bench/report.ts';
import { ratioOf, spreadOf } from '../../../build/bench/statistics.ts';
import { within } from '../../../build/bench/within.ts';

test('without arguments, all parts are measured in seven rounds', () => {
  expect(readOptions([])).toEqual({ rounds: 7, only: parts, app: null });
});

test('a quick look names its rounds and parts', () => {
  expect(readOptions(['--rounds=3', '--only=start,memory', '--app=/somewhere'])).toEqual({
    rounds: 3,
    only: ['start', 'memory'],
    app: '/somewhere',
  });
});

test.each([
  [['--rounds=none'], /--rounds takes a number/],
  [['--rounds=0'], /--rounds takes a number/],
  [['--only=start,nothing'], /not nothing/],
  [['--fast'], /--fast/],
])('%j is refused', (words, message) => {
  expect(() => readOptions(words)).toThrow(message);
});

test('a spread is the median, the minimum and the maximum', () => {
  expect(spreadOf([30, 10, 21], 0)).toEqual({ median: 21, least: 10, most: 30 });
  expect(spreadOf([1, 2, 3, 4.26], 1)).toEqual({ median: 2.5, least: 1, most: 4.3 });
});

test('a ratio is that of the medians, with the spread of the rounds', () => {
  // The rounds' ratios are 1.5, 2 and 1.2; the medians are 24 and 12.
  expect(ratioOf([15, 24, 36], [10, 12, 30])).toEqual({ median: 2, least: 1.2, most: 2 });
});

test('the idle CPU is compared with the bare app in the same round', () => {
  expect(idleFigures([0.1, 0.5, 0.2], [0.11, 0.51, 0.25]).idleCpu.moreThanBarePercent).toEqual({
    median: 0.01,
    least: 0.01,
    most: 0.05,
  });
});

test('a wait fails after its limit with what it waited for', async () => {
  await expect(within('a tray icon', new Promise(() => {}), 5)).rejects.toThrow(
    'Waited 5 ms in vain: a tray icon.',
  );
  await expect(within('a tray icon', Promise.resolve('here'), 5)).resolves.toBe('here');
});

const children: number[] = [];
afterEach(() => {
  for (const pid of children.splice(0)) process.kill(pid, 'SIGKILL');
});

test.runIf(process.platform === 'linux')('the family of a process is named and measured', async () => {
  const words = ['-e', "process.stdin.resume(); console.log('up')", '--', '--type=utility'];
  const child = spawn(process.execPath, [...words, '--utility-sub-type=network.mojom.NetworkService']);
  children.push(child.pid ?? 0);
  await once(child.stdout, 'data');

  const [main, ...others] = familyOf(process.pid);
  expect(main).toMatchObject({ pid: process.pid, name: 'browser' });
  const utility = others.find(({ pid }) => pid === child.pid);
  if (utility === undefined) throw new Error('The child is missing in the family.');
  expect(utility).toMatchObject({ parent: process.pid, name: 'utility network.mojom.NetworkService' });
  expect(memoryMbOf(utility)).toBeGreaterThan(1);
  const { totalMb, heapMb, filesMb, sharedMb } = memoryOf(utility);
  expect(heapMb + filesMb + sharedMb).toBeCloseTo(totalMb, 0);
  expect(cpuMsOf(utility)).toBeGreaterThan(0);
});
