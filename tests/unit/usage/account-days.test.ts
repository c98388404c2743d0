import { describe, expect, test } from 'vitest';
import { dayMs, dayOf } from '../../../electron/contract/day.ts';
import { defaultPlanSettings } from '../../../electron/contract/plan.ts';
import { accountDays } from '../../../electron/usage/account-days.ts';
import type { PeriodSample } from '../../../electron/usage/day-traffic.ts';
import { monthTotals } from '../../../electron/usage/month-totals.ts';
import { periodFrom } from '../../../electron/usage/period.ts';
import { pastOf, periodDays } from '../../../electron/usage/period-days.ts';

const hourMs = 3_600_000;
const october = Date.UTC(2026, 9, 1);
const november = Date.UTC(2026, 10, 1);
const toMs = Date.UTC(2026, 11, 1);

/** Returns hourly readings of 24 GB a day, of the calendar month's own counter. */
function hourly(fromMs: number, untilMs: number): PeriodSample[] {
  const samples: PeriodSample[] = [];
  for (let at = fromMs; at <= untilMs; at += hourMs) {
    const month = at < november ? october : november;
    samples.push({ at, gb: (at - month) / hourMs, period: dayOf(month) });
  }
  return samples;
}

const at = (day: number, hour = 0) => november + (day - 1) * dayMs + hour * hourMs;

describe('the days of a period', () => {
  test('have the total at their end, and today has none yet', () => {
    const now = at(4, 12);
    const samples = hourly(november, now);
    const { days, now: last } = periodDays({
      past: pastOf(samples),
      fromMs: november,
      toMs,
      used: usedAt(now),
      now,
    });
    expect(days).toEqual([
      { at: '2026-11-01', trafficGb: 24, totalGb: 24 },
      { at: '2026-11-02', trafficGb: 24, totalGb: 48 },
      { at: '2026-11-03', trafficGb: 24, totalGb: 72 },
      { at: '2026-11-04', trafficGb: 12, totalGb: 84 },
    ]);
    expect(last).toEqual({ atMs: now, gb: 84 });
  });

  test('before the app was installed are not known, and never zero', () => {
    const now = at(5, 1);
    const samples = hourly(at(3, 6), now);
    const { days } = periodDays({ past: pastOf(samples), fromMs: november, toMs, used: usedAt(now), now });
    expect(days.map(({ trafficGb, totalGb }) => [trafficGb, totalGb])).toEqual([
      [null, null],
      [null, null],
      [null, 72],
      [24, 96],
      [1, 97],
    ]);
  });

  test('in which the computer was off are not known, and the total goes on after them', () => {
    const now = at(6, 1);
    const samples = hourly(november, now).filter(({ at: readAt }) => readAt < at(2, 9) || readAt > at(4, 9));
    const { days } = periodDays({ past: pastOf(samples), fromMs: november, toMs, used: usedAt(now), now });
    expect(days.map(({ trafficGb, totalGb }) => [trafficGb, totalGb])).toEqual([
      [24, 24],
      [null, null],
      [null, null],
      [14, 96],
      [24, 120],
      [1, 121],
    ]);
  });

  test('are taken from the sum over all sub-users where the history has none', () => {
    const now = at(3, 12);
    const loaded = [
      { at: '2026-11-01', trafficGb: 20 },
      { at: '2026-11-02', trafficGb: 21 },
      { at: '2026-11-03', trafficGb: 11 },
    ];
    const samples = hourly(at(3, 11), now);
    const { days } = periodDays({
      past: pastOf(samples),
      fromMs: november,
      toMs,
      used: usedAt(now),
      loaded,
      now,
    });
    expect(days.map(({ trafficGb }) => trafficGb)).toEqual([20, 21, 11]);
    // The account's total goes beyond the sum, by deleted sub-users: that is taken to be from before.
    expect(days.map(({ totalGb }) => totalGb)).toEqual([28, 49, 60]);
  });

  test('of an account without a total are empty of totals', () => {
    const now = at(2, 12);
    const { days, now: last } = periodDays({ past: pastOf([]), fromMs: november, toMs, used: null, now });
    expect(days).toEqual([
      { at: '2026-11-01', trafficGb: null, totalGb: null },
      { at: '2026-11-02', trafficGb: null, totalGb: null },
    ]);
    expect(last).toBeNull();
  });
});

describe('the account’s days', () => {
  const now = at(4, 12);
  const parts = {
    plan: defaultPlanSettings,
    now,
    figure: { gb: 84, readAt: now },
    period: periodFrom('2026-11-01'),
    samples: hourly(october, now),
    cycle: null,
    loaded: [],
  };

  // Nothing was read in October's last hour: its last total is that of 23:00.
  test('are of this month and of the last, which ended with its last total', () => {
    const found = accountDays(parts);
    expect(found?.current.days).toHaveLength(4);
    expect(found?.last).toMatchObject({ fromMs: october, toMs: november, now: null });
    expect(found?.last.days).toHaveLength(31);
    expect(found?.last.days.at(-1)).toMatchObject({ at: '2026-10-31', totalGb: 743 });
  });

  test('are of the plan’s cycle where it is not the calendar month, across its turn', () => {
    const found = accountDays({
      ...parts,
      plan: { ...defaultPlanSettings, renewsOn: 30 },
      cycle: {
        dateFrom: '2026-10-30',
        dateTo: '2026-11-04',
        usedGb: 131,
        lowGb: 131,
        highGb: 131,
        readAt: now,
        found: 'history',
        missing: 0,
      },
    });
    expect(found?.current.days.map(({ at: day, totalGb }) => [day.slice(5), totalGb])).toEqual([
      ['10-30', 24],
      ['10-31', 47],
      ['11-01', 71],
      ['11-02', 95],
      ['11-03', 119],
      ['11-04', 131],
    ]);
    expect(found?.last).toMatchObject({ fromMs: Date.UTC(2026, 8, 30), toMs: Date.UTC(2026, 9, 30) });
  });

  test('are not known before the first reading', () => {
    expect(accountDays({ ...parts, period: null })).toBeNull();
  });
});

test('a month is the last total of its period, at least where it was not read to its end', () => {
  const totals = [...hourly(october, at(1, -30)), ...hourly(november, at(3))];
  expect(monthTotals(totals, at(3, 1), 3)).toEqual([
    { month: '2026-09', totalGb: null, atLeast: false },
    { month: '2026-10', totalGb: 714, atLeast: true },
    { month: '2026-11', totalGb: 48, atLeast: false },
  ]);
  const whole = hourly(october, november - hourMs);
  expect(monthTotals(whole, at(3, 1), 2)[0]).toEqual({ month: '2026-10', totalGb: 743, atLeast: false });
});

function usedAt(moment: number) {
  return { atMs: moment, gb: (moment - november) / hourMs };
}
