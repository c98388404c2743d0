import fc from 'fast-check';
import { expect, test } from 'vitest';
import { probabilityBelow, quantile } from '../../../electron/usage/forecast/mixture.ts';

/** Generates laws with a weight of one altogether. */
const mixture = fc
  .array(
    fc.tuple(
      fc.integer({ min: 1, max: 100 }),
      fc.double({ min: -5, max: 12, noNaN: true }),
      fc.double({ min: 0.05, max: 2, noNaN: true }),
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((laws) => {
    const sum = laws.reduce((total, [weight]) => total + weight, 0);
    return Float64Array.from(laws.flatMap(([weight, mean, deviation]) => [weight / sum, mean, deviation]));
  });

test('a quantile is the amount below which its share lies', () => {
  fc.assert(
    fc.property(mixture, fc.constantFrom(0.1, 0.5, 0.9), (laws, share) => {
      expect(probabilityBelow(laws, quantile(laws, share))).toBeCloseTo(share, 3);
    }),
  );
});

test('one law has the quantiles of the tables', () => {
  const law = Float64Array.from([1, 2, 0.5]);
  for (const [share, deviations] of [
    [0.1, -1.2815516],
    [0.5, 0],
    [0.9, 1.2815516],
  ] as const)
    expect(Math.log(quantile(law, share))).toBeCloseTo(2 + 0.5 * deviations, 5);
  expect([probabilityBelow(law, 0), probabilityBelow(law, -1)]).toEqual([0, 0]);
});
