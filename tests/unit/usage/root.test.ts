import fc from 'fast-check';
import { expect, test } from 'vitest';
import { whereProbable } from '../../../electron/usage/forecast/root.ts';
import { amount } from '../../support/unit/amount.ts';

const search = { low: 0, high: 1, highest: 1, near: 1e-6, width: 1e-9 };

/** Generates a growing probability: steep or flat, and certain at neither end, at one or at both. */
const probability = fc
  .record({
    middle: fc.double({ min: -0.2, max: 1.2, noNaN: true }),
    steepness: fc.double({ min: 1, max: 1e4, noNaN: true }),
    bend: fc.double({ min: 0.3, max: 3, noNaN: true }),
  })
  .map(
    ({ middle, steepness, bend }) =>
      (x: number) =>
        1 / (1 + Math.exp(-steepness * (Math.max(0, x) ** bend - middle))),
  );

test('finds where a probability is the wanted one', () => {
  fc.assert(
    fc.property(probability, fc.constantFrom(0.1, 0.5, 0.9), (probabilityAt, wanted) => {
      if (probabilityAt(0) > wanted || probabilityAt(1) < wanted) return;
      const at = whereProbable(probabilityAt, wanted, { ...search, highest: probabilityAt(1) });
      const inside = probabilityAt(at + 1e-8) >= wanted - 1e-6 && probabilityAt(at - 1e-8) <= wanted + 1e-6;
      expect(inside).toBe(true);
    }),
    { numRuns: amount(300, 5_000) },
  );
});

test.each([5, 50, 500])('takes a few steps where the odds grow %s times as fast', (steepness) => {
  let steps = 0;
  const middles = [0.1, 0.3, 0.5, 0.7, 0.9];
  for (const middle of middles) {
    const probabilityAt = (x: number) => {
      steps += 1;
      return 1 / (1 + Math.exp(-steepness * (x ** 0.8 - middle)));
    };
    whereProbable(probabilityAt, 0.5, { ...search, highest: probabilityAt(1) });
  }
  expect(steps / middles.length).toBeLessThan(15);
});

test('a step is found as exactly as asked, though no place has the wanted probability', () => {
  const at = whereProbable((x) => (x < 0.3 ? 0 : 1), 0.5, { ...search, width: 1e-3 });
  expect(Math.abs(at - 0.3)).toBeLessThan(1e-3);
});

test('where the probability stays below the wanted one, it is the high end', () => {
  expect(whereProbable((x) => x / 10, 0.5, { ...search, highest: 0.1 })).toBe(1);
});
