/** A server may ask for a pause, not for silence until next year. */
const longestPauseMs = 60 * 60_000;

/** Reads Retry-After, seconds or an HTTP date, as epoch milliseconds: never in the past, an hour ahead at most. Null where it says nothing. */
export function readRetryAfter(header: string | null, now: number): number | null {
  if (header === null) return null;
  const text = header.trim();
  const at = /^\d+$/.test(text) ? now + Number(text) * 1000 : Date.parse(text);
  if (Number.isNaN(at)) return null;
  return Math.min(Math.max(at, now), now + longestPauseMs);
}
