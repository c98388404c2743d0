/** The clock is set right by so much now and then. */
const clockSlackMs = 60_000;

/**
 * Figures look old once three refreshes in a row were missed, and where the clock went back behind the reading, so that
 * their age cannot be told. Times are epoch milliseconds.
 */
export function isStale(readAt: number, now: number, intervalMs: number): boolean {
  const ageMs = now - readAt;
  return ageMs > 3 * intervalMs || ageMs < -clockSlackMs;
}
