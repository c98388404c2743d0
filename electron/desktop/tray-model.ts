import { describeFailure } from '../contract/failure-text.ts';
import type { Snapshot } from '../contract/snapshot.ts';
import { formatAge, formatDays } from '../contract/time-text.ts';
import { formatTraffic } from '../contract/traffic-text.ts';

export type TrayActionName = 'open' | 'refresh' | 'manage' | 'signIn' | 'signOut' | 'quit';

export type TrayItem =
  | { kind: 'text'; label: string }
  | { kind: 'separator' }
  | { kind: 'action'; action: TrayActionName; label: string; enabled: boolean };

export type TrayIconName = 'normal' | 'dim' | 'attention';

/** All that the tray shows, as data: the icon, one line on hover, and the menu that GNOME shows instead of the popover. */
export type TrayModel = { icon: TrayIconName; tooltip: string; title: string; items: TrayItem[] };

type TraySource = Pick<Snapshot, 'session' | 'traffic' | 'environment'>;

/** `now` is epoch milliseconds; it ages the figures. */
export function trayModel(snapshot: TraySource, now: number): TrayModel {
  const lines = statusLines(snapshot, now);
  return {
    icon: iconName(snapshot),
    tooltip: lines.join(' · '),
    title: snapshot.traffic.month === null ? '' : total(snapshot),
    items: [...lines.map((label): TrayItem => ({ kind: 'text', label })), ...actions(snapshot)],
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
  const days = formatDays(dateFrom, dateTo, snapshot.environment.locale);
  const age = `${traffic.stale ? 'Old figure' : 'Updated'}: ${formatAge(readAt, now)}`;
  return [
    `${total(snapshot)} this month`,
    ...(days === null ? [] : [days]),
    age,
    ...(trouble === null ? [] : [trouble]),
  ];
}

function troubleLine({ traffic }: TraySource): string | null {
  if (traffic.paused === 'offline') return 'Offline';
  return traffic.problem === null ? null : describeFailure(traffic.problem);
}

function total({ traffic, environment }: TraySource): string {
  return formatTraffic(traffic.month?.trafficGb ?? null, environment.locale);
}

function iconName({ session, traffic }: TraySource): TrayIconName {
  if (session.kind === 'signed-out' && session.reason === 'refused') return 'attention';
  if (session.kind !== 'signed-in' || traffic.month === null || traffic.stale) return 'dim';
  return traffic.paused === 'offline' ? 'dim' : 'normal';
}

function actions({ session, traffic }: TraySource): TrayItem[] {
  const signedIn = session.kind === 'signed-in';
  const action = (name: TrayActionName, label: string, enabled = true): TrayItem => ({
    kind: 'action',
    action: name,
    label,
    enabled,
  });
  return [
    { kind: 'separator' },
    action('open', 'Open'),
    // Enabled while it runs as well: a menu that changes is made anew, under the pointer of whoever has it open.
    action('refresh', 'Refresh', signedIn && traffic.paused === null),
    action('manage', 'Manage sub-users'),
    { kind: 'separator' },
    signedIn ? action('signOut', 'Sign out') : action('signIn', 'Sign in'),
    action('quit', 'Quit'),
  ];
}
