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

test.each([
  [5, 7],
  [50, 7],
  [500, 9],
])('takes a few steps where the odds grow %s times as fast', (steepness, most) => {
  let steps = 0;
  const middles = [0.1, 0.3, 0.5, 0.7, 0.9];
  for (const middle of middles) {
    const probabilityAt = (x: number) => {
      steps += 1;
      return 1 / (1 + Math.exp(-steepness * (x ** 0.8 - middle)));
    };
    const highest = probabilityAt(1);
    steps -= 1;
    whereProbable(probabilityAt, 0.5, { ...search, highest });
  }
  expect(steps / middles.length).toBeLessThan(most);
});

test('ends as soon as the probability or the place is as near as asked, and interpolates what is left', () => {
  let steps = 0;
  const probabilityAt = (x: number) => {
    steps += 1;
    return 1 / (1 + Math.exp(-20 * (x ** 1.3 - 0.37)));
  };
  const where = (wanted: Partial<typeof search>) => {
    steps = 0;
    return whereProbable(probabilityAt, 0.5, { ...search, ...wanted });
  };
  const root = 0.37 ** (1 / 1.3);
  expect(Math.abs(where({ near: 0.5 }) - root)).toBeLessThan(0.05);
  expect(steps).toBeLessThan(4);
  expect(Math.abs(where({ near: 1e-15, width: 0.2 }) - root)).toBeLessThan(0.004);
  expect(steps).toBeLessThan(4);
  whereProbable((x) => Math.min(x < 0.3 ? 0 : 1, probabilityAt(1)), 0.5, { ...search, width: 1e-3 });
  expect(steps).toBeLessThan(16);
});

test('a step is found as exactly as asked, though no place has the wanted probability', () => {
  const at = whereProbable((x) => (x < 0.3 ? 0 : 1), 0.5, { ...search, width: 1e-3 });
  expect(Math.abs(at - 0.3)).toBeLessThan(1e-3);
});

test('where the probability stays below the wanted one, it is the high end', () => {
  expect(whereProbable((x) => x / 10, 0.5, { ...search, highest: 0.1 })).toBe(1);
});
