import { pauseUntil } from '../../contract/alert-pause.ts';
import type { Place } from '../../contract/navigation.ts';
import type { Rectangle } from '../windows/popover-placement.ts';
import type { TrayActionName } from './tray-model.ts';

export type TrayActionParts = {
  now: () => number;
  openPopover: (tray: Rectangle) => void;
  /** Shows the manager, at the target if there is one. */
  navigate: (target: Place | null) => void;
  /** Does the same in the account whose figures the tray shows. */
  navigateInTray: (target: Place | null) => void;
  refresh: () => unknown;
  /** Null resumes alerts. */
  pauseAlerts: (until: number | null) => unknown;
  signOut: () => unknown;
  quit: () => void;
};

/** Maps each entry of the tray's menu to what it does. */
export function createTrayActions(
  parts: TrayActionParts,
): Record<TrayActionName, (tray: Rectangle) => unknown> {
  const { now, openPopover, navigate, navigateInTray, refresh, pauseAlerts, signOut, quit } = parts;
  return {
    open: openPopover,
    refresh,
    manage: () => navigate(null),
    alerts: () => navigateInTray({ kind: 'alerts' }),
    pauseHour: () => pauseAlerts(pauseUntil('hour', now())),
    pauseTomorrow: () => pauseAlerts(pauseUntil('tomorrow', now())),
    resume: () => pauseAlerts(null),
    newVersion: () => navigate({ kind: 'settings' }),
    signIn: () => navigateInTray(null),
    signOut,
    quit,
  };
}
