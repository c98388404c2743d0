import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ForecastInput, forecast } from '../../../electron/usage/forecast.ts';
import { periodFrom } from '../../../electron/usage/period.ts';
import type { Sample } from '../../../electron/usage/sample.ts';

const dayMs = 86_400_000;
const fromMs = Date.parse('2026-11-01T00:00:00Z');
const toMs = Date.parse('2026-12-01T00:00:00Z');
const at = (day: number) => fromMs + day * dayMs;

const input = (change: Partial<ForecastInput>): ForecastInput => ({
  usedGb: 10,
  now: at(10),
  fromMs,
  toMs,
  samples: [],
  limitGb: null,
  ...change,
});
const said = (given: ForecastInput) => {
  const result = forecast(given);
  if (result.kind !== 'forecast') throw new Error('Nothing was said.');
  return result;
};

/** A moment of the month as a number of days. */
const hour = (min: number, max: number) => fc.integer({ min, max }).map((hours) => hours / 24);

/** Any course of a month: readings at any hours, growing, now and then corrected downwards. */
const course = fc
  .record({
    day: hour(24, 719),
    usedGb: fc.nat(1_000_000),
    limitGb: fc.option(fc.integer({ min: 1, max: 1_000_000 })),
    samples: fc.array(fc.record({ day: hour(0, 720), gb: fc.nat(1_000_000) }), { maxLength: 40 }),
  })
  .map(({ day, usedGb, limitGb, samples }) =>
    input({
      now: at(day),
      usedGb,
      limitGb,
      samples: samples.map((each): Sample => ({ at: at(each.day), gb: each.gb })).sort((a, b) => a.at - b.at),
    }),
  );

test('never below what is used, and the spread holds it', () => {
  fc.assert(
    fc.property(course, (given) => {
      const { endGb, lowGb, highGb, gbPerDay, reachesAt, leftPerDayGb } = said(given);
      expect(endGb).toBeGreaterThanOrEqual(given.usedGb);
      expect(lowGb).toBeGreaterThanOrEqual(given.usedGb);
      expect(lowGb).toBeLessThanOrEqual(endGb);
      expect(highGb).toBeGreaterThanOrEqual(endGb);
      expect(gbPerDay).toBeGreaterThanOrEqual(0);
      for (const figure of [endGb, lowGb, highGb, gbPerDay, leftPerDayGb ?? 0, reachesAt ?? 0])
        expect(Number.isFinite(figure)).toBe(true);
      if (reachesAt !== null) {
        expect(reachesAt).toBeGreaterThan(given.now);
        expect(reachesAt).toBeLessThan(toMs);
      }
    }),
    { numRuns: 2_000 },
  );
});

test('exact under a constant rate, wherever the samples are', () => {
  const steady = fc.record({
    rate: fc.integer({ min: 1, max: 1_000 }),
    day: hour(24, 708),
    days: fc.array(hour(0, 720), { maxLength: 30 }),
  });
  fc.assert(
    fc.property(steady, ({ rate, day, days }) => {
      const samples = days.sort((a, b) => a - b).map((each) => ({ at: at(each), gb: each * rate }));
      const limitGb = rate * 29.8;
      const { endGb, lowGb, highGb, reachesAt } = said(
        input({ now: at(day), usedGb: day * rate, samples, limitGb }),
      );
      for (const figure of [endGb, lowGb, highGb]) expect(figure / (rate * 30)).toBeCloseTo(1, 5);
      expect(((reachesAt ?? 0) - fromMs) / dayMs).toBeCloseTo(29.8, 3);
    }),
  );
});

test('more traffic today is never a smaller forecast, nor a later end', () => {
  fc.assert(
    fc.property(course, fc.nat(1_000_000), (given, moreGb) => {
      const less = said(given);
      const more = said({ ...given, usedGb: given.usedGb + moreGb });
      expect(more.endGb).toBeGreaterThanOrEqual(less.endGb);
      if (less.reachesAt !== null && more.reachesAt !== null)
        expect(more.reachesAt).toBeLessThanOrEqual(less.reachesAt);
    }),
  );
});

test('a correction downwards by the vendor makes no negative rate', () => {
  const samples = [
    { at: at(5), gb: 8 },
    { at: at(9), gb: 30 },
  ];
  expect(said(input({ usedGb: 9, samples })).endGb).toBeCloseTo(9 + (1 / 5) * 20, 6);
});

test('the last three days count, the period where they are not known', () => {
  const samples = [
    { at: at(6), gb: 1 },
    { at: at(7), gb: 1 },
  ];
  expect(said(input({ samples }))).toMatchObject({ basis: 'recent', gbPerDay: 3 });
  expect(said(input({}))).toMatchObject({ basis: 'period', gbPerDay: 1 });
  const { lowGb, highGb } = said(input({ samples }));
  expect([lowGb, highGb]).toEqual([30, 70]);
});

test('nothing is said in the first day, after the end, or with a clock before the begin', () => {
  for (const day of [0, 0.99, 30, 31, -1])
    expect(forecast(input({ now: at(day) }))).toEqual({ kind: 'too-little' });
});

test('a limit that is reached already, or will not be, has no date', () => {
  expect(said(input({ limitGb: 10 })).reachesAt).toBeNull();
  expect(said(input({ limitGb: 31 })).reachesAt).toBeNull();
  expect(said(input({ limitGb: 20 }))).toMatchObject({ reachesAt: at(20), leftPerDayGb: 0.5 });
});

test.each([
  ['2026-11-01', '2026-12-01'],
  ['2026-12-01', '2027-01-01'],
  ['2028-02-01', '2028-03-01'],
  ['2026-01-31', '2026-02-28'],
])('the period from %s ends before %s', (from, to) => {
  expect(periodFrom(from)?.toMs).toBe(Date.parse(`${to}T00:00:00Z`));
});

test.each([null, '', 'soon', '2026-13-01', '2026-11-01T00:00'])('%s is no period', (dateFrom) => {
  expect(periodFrom(dateFrom)).toBeNull();
});
