import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCrashBudget } from '../../../electron/desktop/recovery/crash-budget.ts';

const rule = { most: 3, withinMs: 60_000 };

test('a process that crashes now and then is always restarted', () => {
  let now = 0;
  const crashes = createCrashBudget(rule, () => now);
  for (let ending = 0; ending < 100; ending += 1) {
    expect(crashes.mayRestart()).toBe(true);
    now += 21_000;
  }
});

test('one that crashes a fourth time within a minute is not', () => {
  let now = 0;
  const crashes = createCrashBudget(rule, () => now);
  const answers = [0, 1_000, 2_000, 3_000].map((at) => {
    now = at;
    return crashes.mayRestart();
  });
  expect(answers).toEqual([true, true, true, false]);
  now = 70_000;
  expect(crashes.mayRestart()).toBe(true);
});

test('a clock that was set back does not prevent restarts', () => {
  let now = 1_000_000;
  const crashes = createCrashBudget(rule, () => now);
  for (let ending = 0; ending < 4; ending += 1) crashes.mayRestart();
  now = 0;
  expect(crashes.mayRestart()).toBe(true);
});

test('never more restarts within the window than allowed, whenever it crashes', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 100_000 }), { maxLength: 60 }), (pauses) => {
      let now = 0;
      const crashes = createCrashBudget(rule, () => now);
      const revived = pauses.flatMap((pause) => {
        now += pause;
        return crashes.mayRestart() ? [now] : [];
      });
      for (const at of revived) {
        const near = revived.filter((other) => other >= at && other < at + rule.withinMs);
        expect(near.length).toBeLessThanOrEqual(rule.most);
      }
    }),
  );
});
