import { pauseUntil } from '../contract/alert-pause.ts';
import type { FocusTarget } from '../contract/focus.ts';
import type { TrayActionName } from './tray-model.ts';

export type TrayActionParts = {
  now: () => number;
  openPopover: () => void;
  /** Shows the manager, at a place in it where one is named. */
  focus: (target: FocusTarget | null) => void;
  refresh: () => unknown;
  /** Null: alerts are shown again. */
  pauseAlerts: (until: number | null) => unknown;
  signOut: () => unknown;
  quit: () => void;
};

/** What each entry of the tray's menu does. */
export function createTrayActions(parts: TrayActionParts): Record<TrayActionName, () => unknown> {
  const { now, openPopover, focus, refresh, pauseAlerts, signOut, quit } = parts;
  return {
    open: openPopover,
    refresh,
    manage: () => focus(null),
    alerts: () => focus({ kind: 'alerts' }),
    pauseHour: () => pauseAlerts(pauseUntil('hour', now())),
    pauseTomorrow: () => pauseAlerts(pauseUntil('tomorrow', now())),
    resume: () => pauseAlerts(null),
    signIn: () => focus(null),
    signOut,
    quit,
  };
}
