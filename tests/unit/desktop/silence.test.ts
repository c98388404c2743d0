import { expect, test } from 'vitest';
import { createSilence } from '../../../electron/desktop/network/silence.ts';

test('the remedy follows silence in a row, and not again before the pause is over', () => {
  let now = 1_000;
  const silence = createSilence({ most: 2, pauseMs: 60_000 }, () => now);
  const hangs = () => {
    silence.asked();
    return silence.unanswered();
  };
  expect(hangs()).toBe(false);
  silence.asked();
  silence.answered();
  expect(hangs()).toBe(false);
  expect(hangs()).toBe(true);
  now += 30_000;
  expect([hangs(), hangs(), hangs()]).toEqual([false, false, false]);
  now += 30_000;
  expect(hangs()).toBe(true);
});

test('the remedy waits for a request that is under way, and is not needed once that is answered', () => {
  const silence = createSilence({ most: 2, pauseMs: 60_000 }, () => 1_000);
  for (let request = 0; request < 4; request += 1) silence.asked();
  expect([silence.unanswered(), silence.unanswered(), silence.unanswered()]).toEqual([false, false, false]);
  expect(silence.unanswered()).toBe(true);
  for (let request = 0; request < 3; request += 1) silence.asked();
  expect([silence.unanswered(), silence.unanswered()]).toEqual([false, false]);
  silence.answered();
  silence.asked();
  expect(silence.unanswered()).toBe(false);
});
