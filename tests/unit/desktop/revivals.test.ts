import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRevivals } from '../../../electron/desktop/revivals.ts';

const rule = { most: 3, withinMs: 60_000 };

test('what ends now and then is brought back for ever', () => {
  let now = 0;
  const revivals = createRevivals(rule, () => now);
  for (let ending = 0; ending < 100; ending += 1) {
    expect(revivals.mayRevive()).toBe(true);
    now += 21_000;
  }
});

test('what ends a fourth time within a minute is not', () => {
  let now = 0;
  const revivals = createRevivals(rule, () => now);
  const answers = [0, 1_000, 2_000, 3_000].map((at) => {
    now = at;
    return revivals.mayRevive();
  });
  expect(answers).toEqual([true, true, true, false]);
  now = 70_000;
  expect(revivals.mayRevive()).toBe(true);
});

test('a clock that was set back does not keep it down', () => {
  let now = 1_000_000;
  const revivals = createRevivals(rule, () => now);
  for (let ending = 0; ending < 4; ending += 1) revivals.mayRevive();
  now = 0;
  expect(revivals.mayRevive()).toBe(true);
});

test('never more often than the rule within its time, whenever it ends', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 100_000 }), { maxLength: 60 }), (pauses) => {
      let now = 0;
      const revivals = createRevivals(rule, () => now);
      const revived = pauses.flatMap((pause) => {
        now += pause;
        return revivals.mayRevive() ? [now] : [];
      });
      for (const at of revived) {
        const near = revived.filter((other) => other >= at && other < at + rule.withinMs);
        expect(near.length).toBeLessThanOrEqual(rule.most);
      }
    }),
  );
});
