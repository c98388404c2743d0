/** Returns how much of the API's period, the calendar month in UTC, is over: 0.5 in its middle. */
export function periodShare(now: number): number {
  const date = new Date(now);
  const fromMs = Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1);
  const toMs = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1);
  return (now - fromMs) / (toMs - fromMs);
}
