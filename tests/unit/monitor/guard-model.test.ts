import { expect, test } from 'vitest';
import { amount } from '../../support/unit/amount.ts';
import { noGuardCounts, violations } from '../../support/unit/guard-model/counts.ts';
import { playMonth } from '../../support/unit/guard-model/month.ts';

/** `npm run model:guard -- 500 1` plays 500 months from the first on. */
const months = amount(3, 8);

test('Guard exceeds no cap and no own limit, repeats nothing, and leaves what others changed', async () => {
  const counts = noGuardCounts();
  for (let seed = 1; seed <= months; seed += 1) await playMonth(seed, counts);
  const { notes, ...numbers } = counts;
  console.info(JSON.stringify(numbers));
  expect(notes).toEqual([]);
  expect(numbers).toMatchObject(Object.fromEntries(violations.map((name) => [name, 0])));
  expect(numbers.stops).toBeGreaterThan(50 * months);
  expect(numbers.kills).toBeGreaterThan(3 * months);
}, 600_000);
