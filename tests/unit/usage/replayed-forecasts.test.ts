import { describe, expect, test } from 'vitest';
import { periodForecast } from '../../../electron/usage/outlook.ts';
import { replay, rowsOf, tableOf, viewers } from '../../support/unit/replayed-forecasts.ts';
import { families } from '../../support/unit/replayed-months.ts';

/** OXYGAUGE_MONTHS=2000 replays that number of months, with all viewers on each day; see docs/decisions/0011-forecast.md. */
const wanted = Number(process.env.OXYGAUGE_MONTHS ?? 0);
const inFull = wanted > 0;
const months = inFull ? Math.ceil(wanted / families.length) : 250;
/** The date on which it was chosen, before anything was replayed with it. Nothing was fitted to its months. */
const seed = Number(process.env.OXYGAUGE_FIRST ?? 20_261_126);

/** The coverage may leave 75 to 85 % by two standard deviations of a share of 80 % in this number of months. */
const spreadOf = (count: number) => 2 * Math.sqrt((0.8 * 0.2) / count);

describe(`${months * families.length} replayed months`, () => {
  const looks = replay((samples, period) => periodForecast(samples, period, null), {
    months,
    seed,
    all: inFull,
  });
  const { families: ofFamilies, weeks, cells } = rowsOf(looks);
  const rows = [...ofFamilies, ...weeks, ...(inFull ? cells : [])];
  console.log(tableOf(rows));

  test.each(rows)('$name: eight of ten end within the range', ({ coverage, months: count }) => {
    expect(coverage).toBeGreaterThanOrEqual(0.75 - spreadOf(count));
    expect(coverage).toBeLessThanOrEqual(0.85 + spreadOf(count));
  });

  test('nothing is forecast on the first day, and something on each from the third on', () => {
    expect(looks.some(({ day, silent }) => day === 1 && !silent)).toBe(false);
    expect(looks.some(({ day, silent }) => day > 2 && silent)).toBe(false);
    for (const viewer of viewers)
      expect(looks.some((look) => look.viewer === viewer && look.day === 2 && !look.silent)).toBe(true);
  });
});
