import { app, dialog } from 'electron';
import type { Texts } from '../../contract/snapshot.ts';
import { unknownSwitchesText } from '../../text/recovery.ts';
import { say } from '../../text/say.ts';
import { unknownSwitches } from './known-switches.ts';
import { type Loopback, loopbackFrom } from './loopback.ts';
import { readShow, type Show } from './show.ts';

/** Holds what the command line and the environment ask for. */
export type Switches = {
  demo: boolean;
  demoSubUsers: number;
  /** A simulator fault by name, not validated; empty for none. */
  demoFault: string;
  /** True if `--user-data-dir` was given. */
  ownProfile: boolean;
  /** Started with the session: no window opens by itself. */
  hidden: boolean;
  /** The manager opens, at a sub-user if it names one; null if it was not asked for. */
  show: Show | null;
  /** Another API address, not validated. A packaged app ignores it. */
  apiUrl: string | null;
  /** Where connection tests and the check of an own entry go instead, on this computer only. A packaged app ignores it. */
  loopback: Loopback;
  /** Whether a channel may be http on this computer, for tests. Never in a packaged app. */
  localChannels: boolean;
  /** The pseudo-locale that development and tests ask for. A packaged app ignores it. */
  texts: Texts;
  wayland: boolean;
};

const mostDemoSubUsers = 50_000;

export function readSwitches(): Switches {
  const { commandLine } = app;
  const count = Number.parseInt(commandLine.getSwitchValue('demo-sub-users'), 10);
  return {
    demo: commandLine.hasSwitch('demo'),
    demoSubUsers: Number.isNaN(count) ? 12 : Math.min(Math.max(count, 1), mostDemoSubUsers),
    demoFault: commandLine.getSwitchValue('demo-fault'),
    ownProfile: commandLine.hasSwitch('user-data-dir'),
    hidden: commandLine.hasSwitch('hidden') || openedAtLogin(),
    show: readShow(process.argv),
    apiUrl: app.isPackaged ? null : (process.env.OXYGAUGE_API_URL ?? null),
    loopback: loopbackFrom(app.isPackaged ? {} : process.env),
    localChannels: !app.isPackaged,
    texts: app.isPackaged ? 'en' : textsAsked(process.env.OXYGAUGE_TEXTS),
    wayland: process.platform === 'linux' && isWayland(),
  };
}

/** macOS passes no switch to what it starts at login. */
function openedAtLogin(): boolean {
  return process.platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin;
}

function textsAsked(name: string | undefined): Texts {
  return name === 'pseudo' || name === 'pseudo-rtl' ? name : 'en';
}

/** Refuses unknown switches in a packaged app with a message, and returns whether the app has to end. */
export function refusesSwitches(): boolean {
  const unknown = app.isPackaged ? unknownSwitches(process.argv.slice(1), process.platform) : [];
  if (unknown.length === 0) return false;
  // Before the app is ready, this prints a line to the terminal on Linux and shows a box elsewhere.
  dialog.showErrorBox(
    say('recovery.didNotStart'),
    unknownSwitchesText(unknown, process.env.APPIMAGE !== undefined),
  );
  return true;
}

/**
 * Returns whether Chromium draws on Wayland: by default since Electron 38 if the session is one, earlier only with a switch.
 */
function isWayland(): boolean {
  const asked =
    app.commandLine.getSwitchValue('ozone-platform') || app.commandLine.getSwitchValue('ozone-platform-hint');
  if (asked === 'x11') return false;
  const automatic = Number.parseInt(process.versions.electron ?? '0', 10) >= 38 || asked !== '';
  return automatic && process.env.XDG_SESSION_TYPE === 'wayland';
}
