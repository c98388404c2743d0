import type { AlertSettings, QuietHours } from '../../contract/alert-settings.ts';

/**
 * Returns until when notifications are held (epoch milliseconds), by pause or quiet hours; null where they
 * may be shown.
 */
export function quietUntil(
  { quietHours, pausedUntil }: Pick<AlertSettings, 'quietHours' | 'pausedUntil'>,
  now: number,
): number | null {
  const paused = pausedUntil !== null && pausedUntil > now ? pausedUntil : null;
  const quiet = quietHours === null ? null : endOfQuiet(quietHours, now);
  return paused === null ? quiet : quiet === null ? paused : Math.max(paused, quiet);
}

/**
 * Returns the end of the quiet hours in local time, so that a night with a clock change ends at the hour that the user set.
 */
function endOfQuiet({ fromMinute, toMinute }: QuietHours, now: number): number | null {
  if (fromMinute === toMinute) return null;
  const local = new Date(now);
  const minute = local.getHours() * 60 + local.getMinutes();
  const overnight = fromMinute > toMinute;
  const within = overnight
    ? minute >= fromMinute || minute < toMinute
    : minute >= fromMinute && minute < toMinute;
  if (!within) return null;
  const tomorrow = overnight && minute >= fromMinute ? 1 : 0;
  const [year, month, day] = [local.getFullYear(), local.getMonth(), local.getDate()];
  return new Date(year, month, day + tomorrow, 0, toMinute).getTime();
}
