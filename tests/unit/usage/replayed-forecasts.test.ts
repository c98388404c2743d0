import { describe, expect, test } from 'vitest';
import { periodForecast } from '../../../electron/usage/outlook.ts';
import { firstForecast } from '../../support/unit/first-forecast.ts';
import { replayEach, rowOf, rowsOf, tableOf, viewers } from '../../support/unit/replayed-forecasts.ts';
import { families } from '../../support/unit/replayed-months.ts';

/** OXYGAUGE_MONTHS=2000 replays that number of months, with all viewers on each day; see docs/decisions/0011-forecast.md. */
const wanted = Number(process.env.OXYGAUGE_MONTHS ?? 0);
const inFull = wanted > 0;
const months = inFull ? Math.ceil(wanted / families.length) : 250;
/** The date on which it was chosen, before anything was replayed with it. Nothing was fitted to its months. */
const seed = Number(process.env.OXYGAUGE_FIRST ?? 20_261_126);

/**
 * Returns by how much the coverage may leave 75 to 85 %: by two standard deviations of a share of 80 % in this number of
 * months. In a replay in full, only a family's single weeks may.
 */
const slackOf = (count: number, isCell: boolean) =>
  inFull && !isCell ? 0 : 2 * Math.sqrt((0.8 * 0.2) / count);

describe(`${months * families.length} replayed months`, () => {
  const [looks = [], earlier = []] = replayEach(
    [(samples, period) => periodForecast(samples, period, null), firstForecast],
    { months, seed, all: inFull },
  );
  const { families: ofFamilies, weeks, cells } = rowsOf(looks);
  const rows = [...ofFamilies, ...weeks, ...(inFull ? cells : [])];
  const together = rowOf('together', looks);
  const before = rowsOf(earlier);
  const earlierRows = [...before.families, ...before.weeks, rowOf('together', earlier)];
  console.log(
    [
      '               looks  coverage     width     score     error',
      tableOf([...rows, together]),
      'the method of the first builds, in the same months:',
      tableOf(earlierRows),
    ].join('\n'),
  );

  test.each(rows)('$name: eight of ten end within the range', (row) => {
    const slack = slackOf(row.months, cells.includes(row));
    expect(row.coverage).toBeGreaterThanOrEqual(0.75 - slack);
    expect(row.coverage).toBeLessThanOrEqual(0.85 + slack);
  });

  test('the ranges score better than those of the first builds, and the medians are nearer', () => {
    const [old] = earlierRows.slice(-1);
    expect(old?.coverage).toBeLessThan(0.45);
    expect(together.score).toBeLessThan(0.75 * (old?.score ?? 0));
    expect(together.error).toBeLessThan(old?.error ?? 0);
  });

  test('nothing is forecast on the first day, and something on each from the third on', () => {
    expect(looks.some(({ day, silent }) => day === 1 && !silent)).toBe(false);
    expect(looks.some(({ day, silent }) => day > 2 && silent)).toBe(false);
    for (const viewer of viewers)
      expect(looks.some((look) => look.viewer === viewer && look.day === 2 && !look.silent)).toBe(true);
  });
});
