import { alertsOfDay } from '../contract/alert-day.ts';
import { isPaused, pauseNames } from '../contract/alert-pause.ts';
import { describeFailure } from '../contract/failure-text.ts';
import { forecastLine } from '../contract/forecast-text.ts';
import type { Snapshot } from '../contract/snapshot.ts';
import { formatAge, formatDays, formatMoment } from '../contract/time-text.ts';
import { formatShare, formatTraffic } from '../contract/traffic-text.ts';
import { usedShare } from '../contract/used-share.ts';
import { type TrayMeter, trayMeter } from './tray-meter.ts';

export type TrayActionName =
  | 'open'
  | 'refresh'
  | 'manage'
  | 'alerts'
  | 'pauseHour'
  | 'pauseTomorrow'
  | 'resume'
  | 'signIn'
  | 'signOut'
  | 'quit';

export type TrayItem =
  | { kind: 'text'; label: string }
  | { kind: 'separator' }
  | { kind: 'action'; action: TrayActionName; label: string; enabled: boolean };

/** All that the tray shows, as data: the icon, one line on hover, and the menu that GNOME shows instead of the popover. */
export type TrayModel = { meter: TrayMeter; tooltip: string; title: string; items: TrayItem[] };

type TraySource = Pick<
  Snapshot,
  'session' | 'traffic' | 'nearest' | 'outlook' | 'alerts' | 'settings' | 'environment'
>;

/** `now` is epoch milliseconds; it ages the figures. */
export function trayModel(snapshot: TraySource, now: number): TrayModel {
  const lines = statusLines(snapshot, now);
  return {
    meter: trayMeter(snapshot),
    tooltip: lines.join(' · '),
    title: snapshot.traffic.month === null ? '' : total(snapshot),
    items: [
      ...lines.map((label): TrayItem => ({ kind: 'text', label })),
      ...nearestLine(snapshot),
      ...actions(snapshot, now),
    ],
  };
}

function statusLines(snapshot: TraySource, now: number): string[] {
  const demo = snapshot.environment.demo ? ['Demo'] : [];
  return [...sessionLines(snapshot, now), ...demo];
}

function sessionLines(snapshot: TraySource, now: number): string[] {
  const { session, traffic } = snapshot;
  if (session.kind === 'restoring') return ['Oxygauge', 'Starting…'];
  if (session.kind === 'signed-out') {
    return ['Oxygauge', session.reason === 'refused' ? 'Signed out by Oxylabs' : 'Signed out'];
  }
  const trouble = troubleLine(snapshot);
  if (traffic.month === null) return ['Oxygauge', trouble ?? 'Reading this month’s traffic…'];
  const { dateFrom, dateTo, readAt } = traffic.month;
  const { locale } = snapshot.environment;
  const days = formatDays(dateFrom, dateTo, locale);
  const age = `${traffic.stale ? 'Old figure' : 'Updated'}: ${formatAge(readAt, now)}`;
  const ahead = snapshot.outlook === null ? null : forecastLine(snapshot.outlook.forecast, 'budget', locale);
  const lines = [`${total(snapshot)} this month`, days, age, trouble, ahead];
  return lines.filter((line) => line !== null);
}

function troubleLine({ traffic }: TraySource): string | null {
  if (traffic.paused === 'offline') return 'Offline';
  return traffic.problem === null ? null : describeFailure(traffic.problem);
}

function total({ traffic, environment }: TraySource): string {
  return formatTraffic(traffic.month?.trafficGb ?? null, environment.locale);
}

/** In the menu alone: a name may be long, and a tooltip may not. */
function nearestLine({ session, nearest, environment }: TraySource): TrayItem[] {
  const [first] = nearest.subUsers;
  const share = first === undefined ? null : usedShare(first.trafficGb, first.limit);
  if (session.kind !== 'signed-in' || first === undefined || share === null) return [];
  return [
    { kind: 'text', label: `${first.username}: ${formatShare(share, environment.locale)} of its limit` },
  ];
}

function actions(snapshot: TraySource, now: number): TrayItem[] {
  const { session, traffic } = snapshot;
  const signedIn = session.kind === 'signed-in';
  return [
    { kind: 'separator' },
    action('open', 'Open'),
    // Enabled while it runs as well: a menu that changes is made anew, under the pointer of whoever has it open.
    action('refresh', 'Refresh', signedIn && traffic.paused === null),
    action('manage', 'Manage sub-users'),
    ...(signedIn ? alertItems(snapshot, now) : []),
    { kind: 'separator' },
    signedIn ? action('signOut', 'Sign out') : action('signIn', 'Sign in'),
    action('quit', 'Quit'),
  ];
}

function alertItems({ alerts, settings, environment }: TraySource, now: number): TrayItem[] {
  const { pausedUntil } = settings.alerts;
  const today = alertsOfDay(alerts.alerts, now).length;
  const until = isPaused(pausedUntil, now) ? formatMoment(pausedUntil, now, environment.locale) : null;
  return [
    { kind: 'separator' },
    action('alerts', today === 0 ? 'Alerts' : `Alerts (${today} today)`),
    ...(until === null
      ? [action('pauseHour', pauseNames.hour), action('pauseTomorrow', pauseNames.tomorrow)]
      : [action('resume', `Paused until ${until}: resume`)]),
  ];
}

function action(name: TrayActionName, label: string, enabled = true): TrayItem {
  return { kind: 'action', action: name, label, enabled };
}
