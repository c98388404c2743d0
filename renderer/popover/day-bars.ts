import { dayMs, dayOf, momentOfDay } from '../../electron/contract/day.ts';
import type { UsagePoint } from '../../electron/contract/usage.ts';

/** Describes a day of the month (`YYYY-MM-DD`) as a bar. Null is an unknown or future day. */
export type DayBar = { at: string; trafficGb: number | null; height: number; today: boolean };

/**
 * Returns all days of the calendar month that begins at `dateFrom`. `height` is the share of the highest day, 0 to 1; days
 * are the API's (UTC).
 */
export function dayBars(dateFrom: string | null, days: readonly UsagePoint[], now: number): DayBar[] {
  const from = dateFrom === null ? Number.NaN : momentOfDay(dateFrom);
  if (Number.isNaN(from)) return [];
  const begin = new Date(from);
  const end = Date.UTC(begin.getUTCFullYear(), begin.getUTCMonth() + 1, begin.getUTCDate());
  const known = new Map(days.map(({ at, trafficGb }) => [at, trafficGb]));
  const most = Math.max(0, ...known.values());
  const today = dayOf(now);
  const bars: DayBar[] = [];
  for (let at = from; at < end; at += dayMs) {
    const trafficGb = known.get(dayOf(at)) ?? null;
    const height = trafficGb === null || most === 0 ? 0 : trafficGb / most;
    bars.push({ at: dayOf(at), trafficGb, height, today: dayOf(at) === today });
  }
  return bars;
}
