import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reaches, wholePercent } from '../../../electron/contract/used-share.ts';
import { alertText } from '../../../electron/text/alert.ts';
import { amount } from '../../support/unit/amount.ts';

/** A limit in whole MB, as the API sends it in GB. */
const limitMb = fc.integer({ min: 1, max: 10_000_000 });
const percent = fc.integer({ min: 1, max: 200 });

test('row 7: exactly reached is reached, a tenth of a KB below is not, and the text says the threshold', () => {
  fc.assert(
    fc.property(limitMb, percent, (mb, threshold) => {
      // In steps of a tenth of a KB, the last digit that the API sends.
      const steps = mb * threshold * 100;
      const [limitGb, usedGb] = [mb / 1e3, steps / 1e7];
      expect(reaches(usedGb, threshold, limitGb)).toBe(true);
      expect(reaches((steps - 1) / 1e7, threshold, limitGb)).toBe(false);
      expect(wholePercent(usedGb / limitGb)).toBe(threshold);
      const facts = { rule: 'budget', threshold, usedGb, limitGb, expectedAt: null } as const;
      const { title } = alertText({ subject: { kind: 'account' }, facts }, 'en');
      expect(title).toBe(`Your account: ${threshold}% of the budget used`);
    }),
    { numRuns: amount(5_000, 40_000) },
  );
});
