import { dayMs, dayOf, momentOfDay } from '../../../electron/contract/day.ts';
import type { Forecast } from '../../../electron/contract/forecast.ts';
import type { SubUser } from '../../../electron/contract/sub-user.ts';
import type { DayTotal, UsagePoint } from '../../../electron/contract/usage.ts';
import type { ChartMonth } from '../../charts/month-data.ts';

type Given = {
  subUser: SubUser;
  points: readonly UsagePoint[];
  forecast: Forecast | null;
  /** When the sub-user's traffic was read. */
  readAt: number;
  /** The name of the limit in the chart. */
  limitName: string;
};

/** Returns what the chart of a sub-user's current month shows. Its total is not known after a day that is not. */
export function monthOf({ subUser, points, forecast, readAt, limitName }: Given): ChartMonth {
  const date = new Date(readAt);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  const { limit, trafficGb } = subUser;
  return {
    fromMs: Date.UTC(year, month, 1),
    toMs: Date.UTC(year, month + 1, 1),
    days: withTotals(points, Date.UTC(year, month, 1)),
    now: trafficGb === null ? null : { atMs: readAt, gb: trafficGb },
    ceiling: limit.kind === 'gb' ? { name: limitName, gb: limit.limitGb } : null,
    forecast: forecast?.kind === 'forecast' ? forecast : null,
  };
}

function withTotals(points: readonly UsagePoint[], fromMs: number): DayTotal[] {
  const first = dayOf(fromMs);
  const days = points.filter(({ at }) => at.length === 10 && at >= first).sort(byDay);
  let totalGb: number | null = 0;
  let expected = first;
  return days.map(({ at, trafficGb }) => {
    totalGb = at === expected && totalGb !== null ? totalGb + trafficGb : null;
    expected = dayOf(momentOfDay(at) + dayMs);
    return { at, trafficGb, totalGb };
  });
}

function byDay(one: UsagePoint, other: UsagePoint): number {
  return one.at < other.at ? -1 : 1;
}
