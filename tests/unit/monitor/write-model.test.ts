import { expect, test } from 'vitest';
import { proves } from '../../matrix/fault.ts';
import { kill } from '../../matrix/kill.ts';
import { amount } from '../../support/unit/amount.ts';
import { noCounts } from '../../support/unit/write-model/counts.ts';
import { playRound } from '../../support/unit/write-model/round.ts';

/** `OXYGAUGE_WRITE_ROUNDS=3000` plays more of them on demand. */
const rounds = Number(process.env.OXYGAUGE_WRITE_ROUNDS ?? amount(100, 300));

test(proves(kill, 'in-a-task'), async () => {
  const counts = noCounts();
  for (let seed = 1; seed <= rounds; seed += 1) await playRound(seed, counts);
  const { notes, ...numbers } = counts;
  console.info(JSON.stringify(numbers));
  expect(notes).toEqual([]);
  expect(numbers).toMatchObject({ rounds, doubled: 0, lost: 0, wrong: 0, overwritten: 0 });
  expect(numbers.kills).toBeGreaterThan(rounds);
}, 600_000);
