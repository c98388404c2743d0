import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextDelayMs } from '../../../electron/monitor/schedule.ts';

const course = fc.record({
  intervalMs: fc.integer({ min: 1, max: 60 }).map((minutes) => minutes * 60_000),
  watched: fc.boolean(),
  failures: fc.nat({ max: 40 }),
  problem: fc.oneof(
    fc.constant(null),
    fc.record({
      kind: fc.constant('rate-limited' as const),
      retryAt: fc.option(fc.integer({ min: 0, max: 1e13 })),
    }),
  ),
  now: fc.integer({ min: 1e12, max: 2e12 }),
  random: fc.double({ min: 0, max: 0.999, noNaN: true }),
});

test('never sooner than asked for, never sooner than a minute, never so late that nobody notices', () => {
  fc.assert(
    fc.property(course, (each) => {
      const delayMs = nextDelayMs(each);
      const retryAt = each.problem?.retryAt ?? 0;
      expect(delayMs).toBeGreaterThanOrEqual(60_000);
      expect(each.now + delayMs).toBeGreaterThanOrEqual(Math.min(retryAt, each.now + delayMs + 1));
      if (retryAt <= each.now) expect(delayMs).toBeLessThanOrEqual(66 * 60_000);
    }),
  );
});

test('chance moves a retry by a tenth at most', () => {
  const base = { intervalMs: 300_000, watched: false, failures: 1, problem: null, now: 0 };
  expect(nextDelayMs({ ...base, random: 0 })).toBe(300_000);
  expect(nextDelayMs({ ...base, random: 0.999 })).toBeCloseTo(329_970, 0);
});
