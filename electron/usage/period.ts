/** The period that the vendor counts, named by the `date_from` of client-stats. Times are epoch milliseconds, the end is not in it. */
export type Period = { key: string; fromMs: number; toMs: number };

/**
 * The period that begins on `dateFrom` (`YYYY-MM-DD`): a month long, since `client-stats` counts the calendar month. Null where
 * the API told no day. The API names no time zone; UTC is taken.
 */
export function periodFrom(dateFrom: string | null): Period | null {
  if (dateFrom === null || !/^\d{4}-\d{2}-\d{2}$/.test(dateFrom)) return null;
  const fromMs = Date.parse(`${dateFrom}T00:00:00Z`);
  return Number.isNaN(fromMs) ? null : { key: dateFrom, fromMs, toMs: aMonthLater(fromMs) };
}

/** The same day of the next month, or that month's last where it has no such day. */
export function aMonthLater(fromMs: number): number {
  const from = new Date(fromMs);
  const [year, month, day] = [from.getUTCFullYear(), from.getUTCMonth(), from.getUTCDate()];
  return Math.min(Date.UTC(year, month + 1, day), Date.UTC(year, month + 2, 0));
}
