import type { ApiFailure } from '../contract/failure.ts';
import { describeFailure } from './failure.ts';
import { formatCount } from './plural.ts';
import { formatAge, formatDay } from './time.ts';
import { formatTraffic } from './traffic.ts';

export const popoverTexts = {
  title: 'This month',
  demo: 'Demo',
  total: 'Total',
  unknown: 'Unknown',
  noTotal: 'Oxylabs did not report a total',
  reading: 'Reading this month’s traffic…',
  notRead: 'Could not be read',
  offline: 'Offline',
  nearest: 'Nearest to their limit',
  noSubUsers: 'No sub-users yet.',
  noneCanUse: 'All sub-users are disabled or blocked.',
  limitUnknown: 'Limit unknown',
  alertsToday: 'Alerts today',
  none: 'None',
  pause: 'Pause',
  pauseHour: '1 hour',
  pauseHourLabel: 'Pause alerts for 1 hour',
  pauseTomorrow: 'Until tomorrow',
  pauseTomorrowLabel: 'Pause alerts until tomorrow',
  signedOut: 'Signed out',
  signInHint: 'Sign in to see this month’s traffic here.',
} as const;

/** Returns the age of the total: `Updated 4 min ago`. */
export function totalAgeText(stale: boolean, readAt: number, now: number): string {
  const age = formatAge(readAt, now);
  return stale ? `Outdated, last updated ${age}` : `Updated ${age}`;
}

/** Returns the tooltip of the Refresh button. */
export function refreshText(problem: ApiFailure | null): string {
  return problem === null ? 'Refresh' : `Refresh. Last time: ${describeFailure(problem)}`;
}

/** Returns when the next refresh is due; empty while none is. */
export function nextTryText(nextRefreshAt: number | null, now: number): string {
  if (nextRefreshAt === null) return '';
  const minutes = Math.ceil((nextRefreshAt - now) / 60_000);
  return minutes <= 1 ? 'Next try within a minute.' : `Next try in ${minutes} min.`;
}

/** Returns what was used of a limit: `1.24 GB of 5 GB`, `1.24 GB · Unlimited`. */
export function usedOfText(used: string, limit: string, hasGb: boolean): string {
  return hasGb ? `${used} of ${limit}` : `${used} · ${limit}`;
}

export function moreText(count: number, locale: string): string {
  return `${formatCount(count, locale)} more`;
}

type KnownDay = { at: string; trafficGb: number; today: boolean };

/** Returns one day in words: `Nov 12: 4.21 GB`. */
export function dayText({ at, trafficGb, today }: KnownDay, locale: string): string {
  return `${formatDay(at, locale)}: ${formatTraffic(trafficGb, locale)}${today ? ' so far' : ''}`;
}

/** Returns the days in words: `Traffic by day: 2.10 GB today so far, most on Nov 12 with 4.21 GB`. */
export function daysText(known: readonly KnownDay[], locale: string): string {
  const today = known.find((day) => day.today);
  const most = known.reduce<KnownDay | null>(
    (best, day) => (best === null || day.trafficGb > best.trafficGb ? day : best),
    null,
  );
  const parts = [
    ...(today === undefined ? [] : [`${formatTraffic(today.trafficGb, locale)} today so far`]),
    ...(most === null || most.today
      ? []
      : [`most on ${formatDay(most.at, locale)} with ${formatTraffic(most.trafficGb, locale)}`]),
  ];
  return `Traffic by day: ${parts.join(', ')}`;
}
