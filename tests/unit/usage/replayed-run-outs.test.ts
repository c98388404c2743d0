import { expect, test } from 'vitest';
import { dayMs } from '../../../electron/contract/day.ts';
import { reachOf } from '../../../electron/usage/alerts/run-out.ts';
import { median } from '../../../electron/usage/forecast/bursts.ts';
import { families } from '../../support/unit/replayed-months.ts';
import { type RunOut, replayRunOuts } from '../../support/unit/replayed-run-outs.ts';

/** OXYGAUGE_MONTHS=2000 replays that number of months; all viewers look on each day. */
const months = Math.ceil(Number(process.env.OXYGAUGE_MONTHS ?? 72) / families.length);

test(`of ${3 * months * families.length} limits in replayed months, "will run out" is right and in time for most`, () => {
  const found = replayRunOuts((input) => reachOf(input)?.runsOut === true, {
    months,
    seed: Number(process.env.OXYGAUGE_FIRST ?? 20_261_126),
  });
  const rows = families.map((family) => found.filter((each) => each.family === family));
  process.stdout.write(
    [...families.map((family, index) => lineOf(family, rows[index] ?? [])), ''].join('\n'),
  );
  process.stdout.write(`${lineOf('together', found)}\n`);
  const { due, missed, spoken, right } = countsOf(found);
  // Of 540 limits in other months, 84 % of the alerts were right; less three standard deviations of this number of months.
  const spread = 3 * Math.sqrt((0.84 * 0.16) / (months * families.length));
  expect(right.length).toBeGreaterThanOrEqual((0.84 - spread) * spoken.length);
  expect(missed.length).toBeLessThanOrEqual(0.08 * due.length);
  expect(median(right.map(daysBefore))).toBeGreaterThan(7);
}, 600_000);

function countsOf(found: readonly RunOut[]) {
  const spoken = found.filter(({ spokeAt }) => spokeAt !== null);
  return {
    due: found.filter(({ due }) => due),
    missed: found.filter(({ due, spokeAt }) => due && spokeAt === null),
    spoken,
    right: spoken.filter(({ reachedAt }) => reachedAt !== null),
  };
}

function daysBefore({ spokeAt, reachedAt }: RunOut): number {
  return ((reachedAt ?? 0) - (spokeAt ?? 0)) / dayMs;
}

function lineOf(name: string, found: readonly RunOut[]): string {
  const { due, missed, spoken, right } = countsOf(found);
  const days = median(right.map(daysBefore)).toFixed(1);
  return `${name}: ${found.length} limits, ${due.length} used up in time to say so, ${missed.length} of them missed; said ${spoken.length} times, ${right.length} right, half of them ${days} days before`;
}
