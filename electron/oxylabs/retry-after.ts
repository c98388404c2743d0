/** The longest pause a server may ask for. */
const longestPauseMs = 60 * 60_000;

/**
 * Reads Retry-After (seconds or an HTTP date) as epoch milliseconds: never in the past, at most an hour
 * ahead, null where it is invalid.
 */
export function readRetryAfter(header: string | null, now: number): number | null {
  if (header === null) return null;
  const text = header.trim();
  const at = /^\d+$/.test(text) ? now + Number(text) * 1000 : readHttpDate(text);
  if (Number.isNaN(at)) return null;
  return Math.min(Math.max(at, now), now + longestPauseMs);
}

/** Accepts an HTTP date only: Date.parse alone reads `-5` and `1.5` as years. */
function readHttpDate(text: string): number {
  return /^[A-Za-z]{3,9},? .*\d{2}:\d{2}:\d{2}/.test(text) ? Date.parse(text) : Number.NaN;
}
