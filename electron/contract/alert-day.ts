import type { Alert } from './alert.ts';

/** Returns the alerts of the user's own (local) day, newest first. */
export function alertsOfDay(alerts: readonly Alert[], now: number): Alert[] {
  const midnight = new Date(now).setHours(0, 0, 0, 0);
  return alerts.filter(({ at }) => at >= midnight);
}
