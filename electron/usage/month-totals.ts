import type { MonthRead } from '../contract/usage.ts';
import { gapMs, type PeriodSample } from './day-traffic.ts';
import { periodFrom } from './period.ts';

/** Returns the totals of the last months, oldest first, the current one last. A month without a reading is null. */
export function monthTotals(totals: readonly PeriodSample[], now: number, count: number): MonthRead[] {
  const last = new Map<string, PeriodSample>();
  for (const total of totals) if (total.period !== null) last.set(total.period.slice(0, 7), total);
  const today = new Date(now);
  return Array.from({ length: count }, (_, index) => {
    const begin = Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - (count - 1 - index));
    const month = new Date(begin).toISOString().slice(0, 7);
    const total = last.get(month);
    if (total === undefined) return { month, totalGb: null, atLeast: false };
    const end = periodFrom(total.period)?.toMs ?? now;
    return { month, totalGb: total.gb, atLeast: end <= now && end - total.at > gapMs };
  });
}
