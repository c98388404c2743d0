import fc from 'fast-check';
import { expect, test } from 'vitest';
import { atTurn, nextDelayMs } from '../../../electron/monitor/refresh/schedule.ts';

const input = fc.record({
  intervalMs: fc.integer({ min: 1, max: 60 }).map((minutes) => minutes * 60_000),
  popoverOpen: fc.boolean(),
  failures: fc.nat({ max: 40 }),
  restMs: fc.oneof(fc.constant(Number.NEGATIVE_INFINITY), fc.integer({ min: -1e9, max: 1e13 })),
  random: fc.double({ min: 0, max: 0.999, noNaN: true }),
});

test('never sooner than requested, never sooner than a minute, and at most a tenth above an hour later', () => {
  fc.assert(
    fc.property(input, (each) => {
      const delayMs = nextDelayMs(each);
      expect(delayMs).toBeGreaterThanOrEqual(60_000);
      expect(delayMs).toBeGreaterThanOrEqual(each.restMs);
      if (each.restMs <= 0) expect(delayMs).toBeLessThanOrEqual(66 * 60_000);
    }),
  );
});

test('jitter moves a retry by a tenth at most', () => {
  const base = { intervalMs: 300_000, popoverOpen: false, failures: 1, restMs: 0 };
  expect(nextDelayMs({ ...base, random: 0 })).toBe(300_000);
  expect(nextDelayMs({ ...base, random: 0.999 })).toBeCloseTo(329_970, 0);
});

test('a turn is the nearest place of the account in its interval, however late it was', () => {
  const intervalMs = 300_000;
  for (const turn of [0, 1 / 3, 0.95]) {
    for (const dueMs of [0, 1, 149_999, 300_000, 4_000_123]) {
      const at = atTurn(dueMs, turn, intervalMs);
      expect(Math.abs(at - dueMs)).toBeLessThanOrEqual(intervalMs / 2 + 1e-6);
      const place = (((at - turn * intervalMs) % intervalMs) + intervalMs) % intervalMs;
      expect(Math.min(place, intervalMs - place)).toBeLessThan(1e-6);
    }
  }
});
