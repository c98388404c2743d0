export type PauseLength = 'hour' | 'tomorrow';

/** Held alerts arrive at this local hour, when people start to work, and not at midnight. */
const morningHour = 8;

/** Returns the time until which alerts are held (epoch milliseconds). */
export function pauseUntil(length: PauseLength, now: number): number {
  if (length === 'hour') return now + 3_600_000;
  const day = new Date(now);
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + 1, morningHour).getTime();
}

/** Returns whether the user has paused alerts at `now`. */
export function isPaused(pausedUntil: number | null, now: number): pausedUntil is number {
  return pausedUntil !== null && pausedUntil > now;
}
