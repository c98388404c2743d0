/** Figures look old once three refreshes in a row were missed. Times are epoch milliseconds. */
export function isStale(readAt: number, now: number, intervalMs: number): boolean {
  return now - readAt > 3 * intervalMs;
}
