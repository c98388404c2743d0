import { describe, expect, test } from 'vitest';
import type { DayTotal, PeriodDays } from '../../../electron/contract/usage.ts';
import { monthLines } from '../../../renderer/popover/month-lines.ts';
import { todayOf } from '../../../renderer/popover/today.ts';

const now = Date.parse('2026-02-04T12:00:00Z');
const day = (at: string, trafficGb: number | null, totalGb: number | null = null): DayTotal => ({
  at,
  trafficGb,
  totalGb,
});
const period = (days: DayTotal[], gb: number | null = null): PeriodDays => ({
  fromMs: Date.parse('2026-02-01'),
  toMs: Date.parse('2026-03-01'),
  days,
  now: gb === null ? null : { atMs: now, gb },
});

describe('today beside the usual day', () => {
  const current = period([
    day('2026-02-01', 4),
    day('2026-02-02', null),
    day('2026-02-03', 8),
    day('2026-02-04', 3),
  ]);
  test('the usual day is the median of the known ones before, over the turn of the month', () => {
    const last = period([day('2026-01-30', 2), day('2026-01-31', 6)]);
    expect(todayOf({ current, last }, now)).toEqual({ todayGb: 3, usualGb: 5 });
  });
  test('two days are too few, and what is not known is not zero', () => {
    expect(todayOf({ current, last: period([]) }, now)).toEqual({ todayGb: 3, usualGb: null });
    expect(todayOf({ current: period([]), last: period([]) }, now)).toEqual({ todayGb: null, usualGb: null });
    expect(todayOf(null, now)).toEqual({ todayGb: null, usualGb: null });
  });
});

describe('the small chart', () => {
  const days = [
    day('2026-02-01', 0, 0),
    day('2026-02-02', null),
    day('2026-02-03', 8, 20),
    day('2026-02-04', 4),
  ];
  test('has a bar for each known day, the line of the total until now, and the plan at its height', () => {
    const lines = monthLines({ period: period(days, 24), planGb: 48, forecast: null }, now);
    expect(lines?.bars.map(({ trafficGb, isToday }) => [trafficGb, isToday])).toEqual([
      [0, false],
      [null, false],
      [8, false],
      [4, true],
    ]);
    // Seven eighths of a day in 28 days of 350 px: three days and a half are 43.8 px; half of the plan is in the middle.
    expect(lines?.total).toBe('0,64 12.5,64 37.5,39 43.8,34');
    expect(lines?.planY).toBe(4);
    expect(lines?.forecast).toBe('');
  });
  test('continues to the forecast with its fan, and is not shown before any day is known', () => {
    const forecast = {
      kind: 'forecast' as const,
      endGb: 40,
      lowGb: 30,
      highGb: 60,
      gbPerDay: 2,
      leftPerDayGb: null,
      reachesAt: null,
      reachesEarliestAt: null,
      endsAt: Date.parse('2026-03-01'),
    };
    const lines = monthLines({ period: period(days, 24), planGb: null, forecast }, now);
    expect(lines?.fan).toBe('43.8,40 350,4 350,34');
    expect(lines?.forecast).toBe('43.8,40 350,24');
    expect(lines?.planY).toBeNull();
    const unknown = [day('2026-02-01', null)];
    expect(monthLines({ period: period(unknown), planGb: 1, forecast }, now)).toBeNull();
    // A first run knows where the month is, and not how it came there.
    const first = monthLines({ period: period(unknown, 24), planGb: 48, forecast: null }, now);
    expect(first).toMatchObject({ total: '', end: { x: 43.8, y: 34 } });
    expect(monthLines({ period: null, planGb: 1, forecast }, now)).toBeNull();
  });
});
