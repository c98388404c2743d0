/** The system may correct the clock by up to this. */
const clockSlackMs = 60_000;

/** Returns the age from which on figures are stale: three refreshes in a row were missed. */
export function staleAgeMs(intervalMs: number): number {
  return 3 * intervalMs;
}

/**
 * Returns whether figures look stale: three refreshes in a row were missed, or the clock went back to before
 * the reading, so that its age is unknown. Times are epoch milliseconds.
 */
export function isStale(readAt: number, now: number, intervalMs: number): boolean {
  const ageMs = now - readAt;
  return ageMs > staleAgeMs(intervalMs) || ageMs < -clockSlackMs;
}
