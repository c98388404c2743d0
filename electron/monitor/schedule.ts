import type { ApiFailure } from '../contract/failure.ts';

const minuteMs = 60_000;

/** While somebody looks at the popover. */
export const watchedIntervalMs = minuteMs;
/** Figures this old are read again when the popover opens. */
export const freshEnoughMs = 30_000;
/** After a resume the network needs a moment. */
export const settleMs = 5_000;
const longestBackOffMs = 60 * minuteMs;
/** A refresh is moved by up to this share, so that many installations do not ask at one moment. */
const jitterShare = 0.1;

/** What the next refresh depends on. `failures` counts those in a row; `random` is in [0, 1). */
export type Course = {
  intervalMs: number;
  watched: boolean;
  failures: number;
  problem: ApiFailure | null;
  now: number;
  random: number;
};

/**
 * When to refresh next, as a delay in ms: the interval (a minute while watched), doubled with each failure after the
 * first up to an hour, moved a little by chance, and never before the time that the API named in Retry-After.
 */
export function nextDelayMs({ intervalMs, watched, failures, problem, now, random }: Course): number {
  const base = watched ? Math.min(watchedIntervalMs, intervalMs) : intervalMs;
  const backOff = Math.min(base * 2 ** Math.max(0, failures - 1), Math.max(longestBackOffMs, base));
  const moved = failures === 0 ? backOff : backOff * (1 + jitterShare * random);
  const retryAt = problem?.kind === 'rate-limited' ? (problem.retryAt ?? 0) : 0;
  return Math.max(moved, retryAt - now);
}
