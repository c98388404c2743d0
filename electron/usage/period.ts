import { momentOfDay } from '../contract/day.ts';

/**
 * The vendor's period, named by the `date_from` of client-stats. Epoch milliseconds; the end is exclusive.
 */
export type Period = { key: string; fromMs: number; toMs: number };

/**
 * Returns the month that begins on `dateFrom` (`YYYY-MM-DD`), since `client-stats` counts calendar months;
 * null without a date. The API names no time zone; UTC is assumed.
 */
export function periodFrom(dateFrom: string | null): Period | null {
  if (dateFrom === null || !/^\d{4}-\d{2}-\d{2}$/.test(dateFrom)) return null;
  const fromMs = momentOfDay(dateFrom);
  return Number.isNaN(fromMs) ? null : { key: dateFrom, fromMs, toMs: aMonthLater(fromMs) };
}

/** Returns the same day of the next month, or its last day where it is shorter. */
export function aMonthLater(fromMs: number): number {
  const from = new Date(fromMs);
  const [year, month, day] = [from.getUTCFullYear(), from.getUTCMonth(), from.getUTCDate()];
  return Math.min(Date.UTC(year, month + 1, day), Date.UTC(year, month + 2, 0));
}
