/** The system may correct the clock by up to this. */
const clockSlackMs = 60_000;

/**
 * Returns whether figures look stale: three refreshes in a row were missed, or the clock went back to before
 * the reading, so that its age is unknown. Times are epoch milliseconds.
 */
export function isStale(readAt: number, now: number, intervalMs: number): boolean {
  const ageMs = now - readAt;
  return ageMs > 3 * intervalMs || ageMs < -clockSlackMs;
}
