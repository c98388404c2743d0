import { alertsOfDay } from '../../contract/alert-day.ts';
import { isPaused } from '../../contract/alert-pause.ts';
import { planUse } from '../../contract/plan-use.ts';
import type { Snapshot } from '../../contract/snapshot.ts';
import { usedShare } from '../../contract/used-share.ts';
import type { LastFigure } from '../../storage/last-figure.ts';
import { accountNameText, accountUseText } from '../../text/accounts.ts';
import { describeFailure } from '../../text/failure.ts';
import { resumeText } from '../../text/pause.ts';
import { say } from '../../text/say.ts';
import { formatAge, formatDay, updatedText } from '../../text/time.ts';
import { formatShare, formatTraffic, usedOfText } from '../../text/traffic.ts';
import { trayForecastText } from '../../text/tray.ts';
import { startingMeter, type TrayMeter, trayMeter } from './tray-meter.ts';

export type TrayActionName =
  | 'open'
  | 'refresh'
  | 'manage'
  | 'alerts'
  | 'pauseHour'
  | 'pauseTomorrow'
  | 'resume'
  | 'newVersion'
  | 'signIn'
  | 'signOut'
  | 'quit';

export type TrayItem =
  | { kind: 'text'; label: string }
  | { kind: 'separator' }
  | { kind: 'action'; action: TrayActionName; label: string; enabled: boolean };

/** Holds all that the tray shows: the icon, the tooltip, and the menu, which GNOME shows instead of the popover. */
export type TrayModel = { meter: TrayMeter; tooltip: string; title: string; items: TrayItem[] };

type TraySource = Pick<
  Snapshot,
  | 'accountList'
  | 'session'
  | 'traffic'
  | 'nearest'
  | 'outlook'
  | 'alerts'
  | 'cycle'
  | 'settings'
  | 'environment'
  | 'releases'
>;

/**
 * Returns the model at `now` (epoch milliseconds), from which the figures' age is computed. `last` is the figure of an
 * earlier run, which is shown until there is one of this run.
 */
export function trayModel(snapshot: TraySource, now: number, last: LastFigure | null = null): TrayModel {
  const lines = withDemo(linesOf(snapshot, now, last), snapshot.environment.demo);
  return {
    meter: trayMeter(snapshot, last),
    tooltip: lines.join('\n'),
    title: snapshot.traffic.month === null ? '' : total(snapshot),
    items: [...lines.map(textItem), ...nearestLine(snapshot), ...actions(snapshot, now)],
  };
}

/** Returns the model for a start, before the app knows more than the last figure of an earlier run. */
export function startingModel(last: LastFigure | null, now: number, demo: boolean): TrayModel {
  const lines = withDemo(startingLines(last, now), demo);
  const items = [...lines.map(textItem), ...mainActions(false), ...endActions(false)];
  return { meter: startingMeter(last), tooltip: lines.join('\n'), title: '', items };
}

function withDemo(lines: readonly string[], demo: boolean): string[] {
  return demo ? [...lines, say('tray.demo')] : [...lines];
}

function startingLines(last: LastFigure | null, now: number): string[] {
  return last === null ? ['Oxygauge', say('tray.starting')] : lastLines(last, now);
}

function lastLines({ total, days, readAt }: LastFigure, now: number): string[] {
  const lines = [say('tray.lastReading', { total }), days, updatedText(true, readAt, now)];
  return lines.filter((line) => line !== null);
}

/** The most that fit into a tooltip, with their names. */
const mostAccountLines = 8;

/** Returns a line for each account where there are several, and otherwise what is known about the only one. */
function linesOf(snapshot: TraySource, now: number, last: LastFigure | null): string[] {
  const { rows } = snapshot.accountList;
  if (rows.length < 2) return sessionLines(snapshot, now, last);
  const { locale } = snapshot.environment;
  const lines = rows
    .slice(0, mostAccountLines)
    .map((row) => say('tray.account', { account: accountNameText(row), what: accountUseText(row, locale) }));
  const more = rows.length - lines.length;
  return more === 0 ? lines : [...lines, say('tray.moreAccounts', { count: more }, locale)];
}

function sessionLines(snapshot: TraySource, now: number, last: LastFigure | null): string[] {
  const { session, traffic } = snapshot;
  if (session.kind === 'restoring') return startingLines(last, now);
  if (session.kind === 'signed-out') {
    return [
      'Oxygauge',
      session.reason === 'refused' ? say('tray.signedOutByOxylabs') : say('tray.signedOut'),
    ];
  }
  const trouble = troubleLine(snapshot);
  if (traffic.month === null) {
    if (last === null) return ['Oxygauge', trouble ?? say('tray.reading')];
    return [...lastLines(last, now), ...(trouble === null ? [] : [trouble])];
  }
  const { readAt } = traffic.month;
  const age = traffic.stale ? updatedText(true, readAt, now) : formatAge(readAt, now);
  return [...usedLines(snapshot), aheadLine(snapshot), trouble, age].filter((line) => line !== null);
}

/** Returns the month's total, beside the budget where that is for the same time. */
function usedLines({ traffic, cycle, settings, environment: { locale } }: TraySource): string[] {
  const monthGb = traffic.month?.trafficGb ?? null;
  const use = planUse(settings.plan, monthGb, cycle);
  if (use?.of === 'month') return [usedOfText(use.usedGb, use.budgetGb, locale)];
  const monthTotal = say('tray.total', { total: formatTraffic(monthGb, locale) });
  if (use === null || use.usedGb === null || use.dateFrom === null) return [monthTotal];
  const used = usedOfText(use.usedGb, use.budgetGb, locale);
  return [say('tray.since', { used, day: formatDay(use.dateFrom, locale) }), monthTotal];
}

/** Returns where the plan's own time will end, or the month without one. */
function aheadLine({ traffic, outlook, environment }: TraySource): string | null {
  if (outlook === null || traffic.stale) return null;
  return trayForecastText(outlook.cycleForecast ?? outlook.forecast, environment.locale);
}

function troubleLine({ traffic }: TraySource): string | null {
  if (traffic.paused === 'offline') return say('tray.offline');
  return traffic.problem === null ? null : describeFailure(traffic.problem);
}

function total({ traffic, environment }: TraySource): string {
  return formatTraffic(traffic.month?.trafficGb ?? null, environment.locale);
}

/** Returns the nearest sub-user's entry, for the menu only: a name may be too long for a tooltip. */
function nearestLine({ session, nearest, environment }: TraySource): TrayItem[] {
  const [first] = nearest.subUsers;
  const share = first === undefined ? null : usedShare(first.trafficGb, first.limit);
  if (session.kind !== 'signed-in' || first === undefined || share === null) return [];
  return [
    textItem(
      say('tray.nearest', { username: first.username, share: formatShare(share, environment.locale) }),
    ),
  ];
}

function actions(snapshot: TraySource, now: number): TrayItem[] {
  const { session, traffic } = snapshot;
  const signedIn = session.kind === 'signed-in';
  // Always enabled, because a changed menu is rebuilt, and would close under the user's pointer.
  const refreshes = signedIn && traffic.paused === null;
  return [
    ...mainActions(refreshes),
    ...(signedIn ? alertItems(snapshot, now) : []),
    ...versionItems(snapshot),
    ...endActions(signedIn, accountToName(snapshot)),
  ];
}

function mainActions(refreshes: boolean): TrayItem[] {
  return [
    { kind: 'separator' },
    action('open', say('tray.open')),
    action('refresh', say('tray.refresh'), refreshes),
    action('manage', say('tray.manage')),
  ];
}

/** Returns what the account is called, where a command has to name it. */
function accountToName({ accountList: { shown, rows } }: TraySource): string | null {
  const row = rows.length < 2 ? undefined : rows.find(({ key }) => key === shown);
  return row === undefined ? null : accountNameText(row);
}

function endActions(signedIn: boolean, account: string | null = null): TrayItem[] {
  const signOut = account === null ? say('tray.signOut') : say('tray.signOutOf', { account });
  return [
    { kind: 'separator' },
    signedIn ? action('signOut', signOut) : action('signIn', say('tray.signIn')),
    action('quit', say('tray.quit')),
  ];
}

function versionItems({ releases: { newer } }: TraySource): TrayItem[] {
  if (newer === null) return [];
  return [{ kind: 'separator' }, action('newVersion', say('tray.newVersion', { version: newer.version }))];
}

function textItem(label: string): TrayItem {
  return { kind: 'text', label };
}

function alertItems({ alerts, settings, environment }: TraySource, now: number): TrayItem[] {
  const { pausedUntil } = settings.alerts;
  const today = alertsOfDay(alerts.alerts, now).length;
  const { locale } = environment;
  const alertsLabel = today === 0 ? say('tray.alerts') : say('tray.alertsToday', { count: today }, locale);
  return [
    { kind: 'separator' },
    action('alerts', alertsLabel),
    ...(isPaused(pausedUntil, now)
      ? [action('resume', resumeText(pausedUntil, now, locale))]
      : [action('pauseHour', say('pause.hour')), action('pauseTomorrow', say('pause.tomorrow'))]),
  ];
}

function action(name: TrayActionName, label: string, enabled = true): TrayItem {
  return { kind: 'action', action: name, label, enabled };
}
