import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayMs } from '../../../electron/contract/day.ts';
import type { PeriodSample } from '../../../electron/usage/day-traffic.ts';
import { type ForecastInput, forecast } from '../../../electron/usage/forecast/forecast.ts';
import { subUserForecast } from '../../../electron/usage/outlook.ts';
import { periodFrom } from '../../../electron/usage/period.ts';
import { subUser } from '../../support/unit/alert-run.ts';
import { amount } from '../../support/unit/amount.ts';

const fromMs = Date.parse('2026-11-01T00:00:00Z');
const toMs = Date.parse('2026-12-01T00:00:00Z');
const at = (day: number) => fromMs + day * dayMs;
const reading = (day: number, gb: number): PeriodSample => ({
  at: at(day),
  gb,
  period: day < 0 ? '2026-10-01' : '2026-11-01',
});

const input = (samples: PeriodSample[], limitGb: number | null = null): ForecastInput => ({
  samples,
  fromMs,
  toMs,
  limitGb,
});
const said = (given: ForecastInput) => {
  const result = forecast(given);
  if (result.kind !== 'forecast') throw new Error('Nothing was said.');
  return result;
};
const lastOf = ({ samples }: ForecastInput) => samples.at(-1) ?? reading(0, 0);

/** Generates a moment of the month, given in days. */
const hour = (min: number, max: number) => fc.integer({ min, max }).map((hours) => hours / 24);

/** Generates a month: readings at any hours of two months, growing or not, and the current one. */
const month = fc
  .record({
    day: hour(24, 719),
    usedGb: fc.nat(1_000_000),
    limitGb: fc.option(fc.integer({ min: 1, max: 1_000_000 })),
    samples: fc.array(fc.record({ day: hour(-720, 720), gb: fc.nat(1_000_000) }), { maxLength: 60 }),
  })
  .map(({ day, usedGb, limitGb, samples }) => {
    const earlier = samples.filter((each) => each.day < day).sort((one, other) => one.day - other.day);
    return input([...earlier.map((each) => reading(each.day, each.gb)), reading(day, usedGb)], limitGb);
  });

/** Generates a growing month with a reading each day. */
const dailyMonth = fc
  .array(fc.integer({ min: 0, max: 1_000 }), { minLength: 3, maxLength: 28 })
  .map((days) => {
    let gb = 0;
    const samples = [reading(0, 0)];
    for (const [index, dayGb] of days.entries()) {
      gb += dayGb;
      samples.push(reading(index + 1, gb));
    }
    return samples;
  });

test('the usage is below the range, the expectation within it, and each figure a number', () => {
  fc.assert(
    fc.property(month, (given) => {
      const last = lastOf(given);
      const { endGb, lowGb, highGb, gbPerDay, reachesAt, reachesEarliestAt, leftPerDayGb } = said(given);
      expect(lowGb).toBeGreaterThanOrEqual(last.gb);
      expect(lowGb).toBeLessThanOrEqual(endGb);
      expect(highGb).toBeGreaterThanOrEqual(endGb);
      expect(gbPerDay).toBeGreaterThanOrEqual(0);
      const dates = [reachesEarliestAt, reachesAt].filter((date) => date !== null);
      for (const figure of [endGb, lowGb, highGb, gbPerDay, leftPerDayGb ?? 0, ...dates])
        expect(Number.isFinite(figure)).toBe(true);
      expect(dates).toEqual([...dates].sort((one, other) => one - other));
      for (const date of dates) {
        expect(date).toBeGreaterThan(last.at);
        expect(date).toBeLessThan(toMs);
      }
    }),
    { numRuns: amount(200, 2_000) },
  );
});

test('in other units, the same forecast', () => {
  fc.assert(
    fc.property(dailyMonth, fc.constantFrom(0.001, 7, 1_000), (samples, times) => {
      const one = said(input(samples));
      const other = said(input(samples.map((each) => ({ ...each, gb: each.gb * times }))));
      for (const figure of ['endGb', 'lowGb', 'highGb', 'gbPerDay'] as const)
        expect(other[figure]).toBeCloseTo(one[figure] * times, 3 - Math.ceil(Math.log10(times * 1_000)));
    }),
    { numRuns: amount(60, 500) },
  );
});

test('a higher limit is never reached earlier, and only one above the range lasts for certain', () => {
  fc.assert(
    fc.property(
      dailyMonth,
      fc.integer({ min: 1, max: 40_000 }),
      fc.nat(5_000),
      (samples, limitGb, moreGb) => {
        const low = said(input(samples, limitGb));
        const high = said(input(samples, limitGb + moreGb));
        if (lastOf(input(samples)).gb >= limitGb) return;
        // The search ends close to the wanted odds, which is some minutes where the forecast is flat: days are shown.
        const hourMs = 3_600_000;
        for (const date of ['reachesAt', 'reachesEarliestAt'] as const)
          if (high[date] !== null) expect(low[date] ?? Infinity).toBeLessThanOrEqual(high[date] + hourMs);
        expect(low.reachesAt !== null).toBe(low.endGb > limitGb);
        expect(low.reachesEarliestAt !== null).toBe(low.highGb > limitGb);
      },
    ),
    { numRuns: amount(60, 500) },
  );
});

test('near for a constant rate, and narrower with each week', () => {
  const widths = [2, 7, 14, 21, 28].map((days) => {
    const samples = Array.from({ length: days + 1 }, (_, day) => reading(day, day * 3));
    const { endGb, lowGb, highGb } = said(input(samples));
    expect(Math.abs(endGb / 90 - 1)).toBeLessThan(0.12);
    expect(lowGb).toBeLessThanOrEqual(90);
    expect(highGb).toBeGreaterThanOrEqual(90);
    return highGb - lowGb;
  });
  expect(widths).toEqual([...widths].sort((one, other) => other - one));
});

test('earlier months make the second day’s range narrower', () => {
  const days = [0, 1, 2].map((day) => reading(day, day * 3));
  const october = Array.from({ length: 29 }, (_, day) => reading(day - 29, 6 + day * 3));
  const alone = said(input(days));
  const after = said(input([...october, ...days]));
  expect(after.highGb - after.lowGb).toBeLessThan((alone.highGb - alone.lowGb) / 2);
});

test('a weekend that was seen four times is expected a fifth time', () => {
  // November 2026 begins on a Sunday.
  const gbOf = (day: number) => ((day + 28) % 7 === 0 || (day + 28) % 7 === 6 ? 1 : 5);
  let gb = 0;
  const samples = [reading(0, 0)];
  for (let day = 0; day < 27; day += 1) {
    gb += gbOf(day);
    samples.push(reading(day + 1, gb));
  }
  const left = [27, 28, 29].reduce((sum, day) => sum + gbOf(day), 0);
  expect(left).toBe(7);
  const { endGb, lowGb, highGb } = said(input(samples));
  expect(Math.abs(endGb - gb - left)).toBeLessThan(1);
  expect([lowGb <= gb + left, highGb >= gb + left]).toEqual([true, true]);
});

test('weeks without a burst make one unlikely: the range reaches about as far above the median as below', () => {
  const aroundThree = [1.1, 0.9, 1.05, 0.95, 1, 1.08, 0.92].map((share) => 3 * share);
  for (const days of [14, 21]) {
    let gb = 0;
    const samples = [reading(0, 0)];
    for (let day = 1; day <= days; day += 1) {
      gb += aroundThree[day % 7] ?? 3;
      samples.push(reading(day, gb));
    }
    const { lowGb, endGb, highGb } = said(input(samples));
    expect(highGb - endGb).toBeLessThan(2.2 * (endGb - lowGb));
  }
});

test('a downward correction by the vendor gives no negative rate', () => {
  const { endGb } = said(input([reading(5, 8), reading(9, 30), reading(10, 9)]));
  expect(endGb).toBeGreaterThan(9);
  expect(endGb).toBeLessThan(60);
});

test('nothing used, nothing expected', () => {
  expect(said(input([reading(5, 0), reading(6, 0)], 10))).toMatchObject({
    endGb: 0,
    lowGb: 0,
    highGb: 0,
    gbPerDay: 0,
    reachesAt: null,
    reachesEarliestAt: null,
  });
});

test('no forecast in the first day, after the end, or with a clock before the start', () => {
  for (const day of [0, 0.99, 30, 31, -1])
    expect(forecast(input([reading(-3, 90), reading(day, 10)]))).toEqual({ kind: 'too-little' });
  expect(forecast(input([]))).toEqual({ kind: 'too-little' });
});

test('a limit that is already reached, or will not be, has no date', () => {
  const samples = Array.from({ length: 11 }, (_, day) => reading(day, day));
  const reached = (limitGb: number) => said(input(samples, limitGb));
  expect(reached(10)).toMatchObject({ reachesAt: null, reachesEarliestAt: null, leftPerDayGb: 0 });
  expect(reached(90)).toMatchObject({ reachesAt: null, reachesEarliestAt: null });
  const { reachesAt, reachesEarliestAt, leftPerDayGb } = reached(20);
  expect(Math.abs((reachesAt ?? 0) - at(20))).toBeLessThan(dayMs);
  expect(reachesEarliestAt ?? 0).toBeLessThan(reachesAt ?? 0);
  expect(leftPerDayGb).toBe(0.5);
});

test('a sub-user that was created within the month is forecast from then on', () => {
  const samples = [15, 16, 17, 18].map((day) => reading(day, (day - 14.5) * 2));
  const period = periodFrom('2026-11-01');
  const created = subUserForecast(subUser({ createdAt: at(14.5) }), samples, period);
  if (created.kind !== 'forecast') throw new Error('Nothing was said.');
  expect(Math.abs(created.gbPerDay - 2)).toBeLessThan(0.3);
  expect(subUserForecast(subUser({ createdAt: at(17.5) }), samples.slice(3), period)).toEqual({
    kind: 'too-little',
  });
});

test.each([
  ['2026-11-01', '2026-12-01'],
  ['2026-12-01', '2027-01-01'],
  ['2028-02-01', '2028-03-01'],
  ['2026-01-31', '2026-02-28'],
])('the period from %s ends before %s', (from, to) => {
  expect(periodFrom(from)?.toMs).toBe(Date.parse(`${to}T00:00:00Z`));
});

test.each([null, '', 'soon', '2026-13-01', '2026-11-01T00:00'])('%s is not a period', (dateFrom) => {
  expect(periodFrom(dateFrom)).toBeNull();
});
