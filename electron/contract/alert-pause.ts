export type PauseLength = 'hour' | 'tomorrow';

export const pauseNames: Record<PauseLength, string> = {
  hour: 'Pause for an hour',
  tomorrow: 'Pause until tomorrow',
};

/** When people start to work, local time: alerts that were held come then, and not at midnight. */
const morningHour = 8;

/** Until when alerts are held (epoch milliseconds). */
export function pauseUntil(length: PauseLength, now: number): number {
  if (length === 'hour') return now + 3_600_000;
  const day = new Date(now);
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + 1, morningHour).getTime();
}

/** Whether the person wants no alerts at the moment. */
export function isPaused(pausedUntil: number | null, now: number): pausedUntil is number {
  return pausedUntil !== null && pausedUntil > now;
}
