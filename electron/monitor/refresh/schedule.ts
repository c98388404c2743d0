const minuteMs = 60_000;

/** The interval while the popover is open. */
export const popoverIntervalMs = minuteMs;
/** Figures older than this are read again when the popover opens. */
export const freshEnoughMs = 30_000;
/** After a resume, the network needs a moment. */
export const settleMs = 5_000;
const longestBackOffMs = 60 * minuteMs;
/** A refresh is shifted by up to this share, so that many installations do not ask at the same moment. */
const jitterShare = 0.1;

/**
 * Holds what the next refresh depends on. `failures` counts those in a row; `restMs` is left of the wait that the API asked
 * for; `random` is in [0, 1).
 */
export type ScheduleInput = {
  intervalMs: number;
  popoverOpen: boolean;
  failures: number;
  restMs: number;
  random: number;
};

/**
 * Returns the delay before the next refresh, in ms: the interval, or a minute while the popover is open. It doubles with
 * each failure after the first, up to an hour, has some jitter, and is never before the time of Retry-After.
 */
export function nextDelayMs({ intervalMs, popoverOpen, failures, restMs, random }: ScheduleInput): number {
  const base = popoverOpen ? Math.min(popoverIntervalMs, intervalMs) : intervalMs;
  const backOff = Math.min(base * 2 ** Math.max(0, failures - 1), Math.max(longestBackOffMs, base));
  const moved = failures === 0 ? backOff : backOff * (1 + jitterShare * random);
  return Math.max(moved, restMs);
}

/**
 * Returns the time nearest to `dueMs` at which this account has its turn: `turn`, in [0, 1), is its place in each interval.
 * All times are monotonic.
 */
export function atTurn(dueMs: number, turn: number, intervalMs: number): number {
  const offsetMs = turn * intervalMs;
  return Math.round((dueMs - offsetMs) / intervalMs) * intervalMs + offsetMs;
}
