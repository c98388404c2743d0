import { expect, test } from 'vitest';
import { type CommandName, commands } from '../../../electron/contract/commands.ts';
import { createCommandLimits, mostAMinute } from '../../../electron/desktop/windows/command-limits.ts';

const names = Object.keys(commands) as CommandName[];

test('checklist command-limits: a page guesses a password five times a minute, and not once more', () => {
  let now = 0;
  const { take } = createCommandLimits(() => now);
  const guesses: number[] = [];
  // A guess each second for an hour.
  for (; now < 3_600_000; now += 1_000) if (take('signIn') === 0) guesses.push(now);
  expect(guesses).toHaveLength(5 * 60);
  expect(guesses.slice(0, 6)).toEqual([0, 1_000, 2_000, 3_000, 4_000, 60_000]);
});

test('the seconds to wait are those until the next may run', () => {
  let now = 500;
  const { take } = createCommandLimits(() => now);
  for (let time = 0; time < 5; time += 1) expect(take('retrySignIn')).toBe(0);
  expect(take('retrySignIn')).toBe(60);
  now = 60_499;
  expect(take('retrySignIn')).toBe(1);
  now = 60_500;
  expect(take('retrySignIn')).toBe(0);
});

test('each command has a limit, and none takes from another', () => {
  const { take } = createCommandLimits(() => 0);
  for (const name of names) {
    for (let time = 0; time < mostAMinute[name]; time += 1) expect(take(name), name).toBe(0);
    expect(take(name), name).toBe(60);
  }
});

test('a sign-in that succeeds does not count, and ends the count', () => {
  const { take, succeeded } = createCommandLimits(() => 0);
  for (let time = 0; time < 100; time += 1) {
    expect(take('signIn')).toBe(0);
    if (time % 5 === 4) succeeded('signIn');
  }
  for (let time = 0; time < 5; time += 1) expect(take('signIn')).toBe(0);
  expect(take('signIn')).toBe(60);
  for (let time = 0; time < mostAMinute.saveText; time += 1) {
    take('saveText');
    succeeded('saveText');
  }
  expect(take('saveText')).toBe(60);
});
