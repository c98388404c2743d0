import type { UsagePoint } from '../../electron/contract/usage.ts';

/** A day of the month (`YYYY-MM-DD`) as a bar: null is a day that nobody knows, or one that is to come. */
export type DayBar = { at: string; trafficGb: number | null; height: number; today: boolean };

const dayMs = 86_400_000;

/**
 * The days of the calendar month that begins at `dateFrom`, up to its end. `height` is a share of the highest day's, 0 to 1; days
 * are the API's (UTC).
 */
export function dayBars(dateFrom: string | null, days: readonly UsagePoint[], now: number): DayBar[] {
  const from = dateFrom === null ? Number.NaN : Date.parse(`${dateFrom}T00:00:00Z`);
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

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
