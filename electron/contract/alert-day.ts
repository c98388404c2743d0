import type { Alert } from './alert.ts';

/** The alerts of the person's own day, the newest first as they came. */
export function alertsOfDay(alerts: readonly Alert[], now: number): Alert[] {
  const midnight = new Date(now).setHours(0, 0, 0, 0);
  return alerts.filter(({ at }) => at >= midnight);
}
