import { expect, test } from 'vitest';
import { createSilence } from '../../../electron/desktop/network/silence.ts';

test('the remedy follows silence in a row, and not again before the pause is over', () => {
  let now = 1_000;
  const silence = createSilence({ most: 2, pauseMs: 60_000 }, () => now);
  expect(silence.unanswered()).toBe(false);
  silence.answered();
  expect(silence.unanswered()).toBe(false);
  expect(silence.unanswered()).toBe(true);
  now += 30_000;
  expect([silence.unanswered(), silence.unanswered(), silence.unanswered()]).toEqual([false, false, false]);
  now += 30_000;
  expect(silence.unanswered()).toBe(true);
});
