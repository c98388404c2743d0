import { app, dialog } from 'electron';
import { unknownSwitches } from './known-switches.ts';

/** What the command line and the environment ask for. */
export type Switches = {
  demo: boolean;
  demoSubUsers: number;
  /** `--user-data-dir` was given. */
  ownProfile: boolean;
  /** Another API address to try, unread. A packaged app takes none. */
  apiUrl: string | null;
  wayland: boolean;
};

const mostDemoSubUsers = 20_000;

export function readSwitches(): Switches {
  const { commandLine } = app;
  const count = Number.parseInt(commandLine.getSwitchValue('demo-sub-users'), 10);
  return {
    demo: commandLine.hasSwitch('demo'),
    demoSubUsers: Number.isNaN(count) ? 12 : Math.min(Math.max(count, 1), mostDemoSubUsers),
    ownProfile: commandLine.hasSwitch('user-data-dir'),
    apiUrl: app.isPackaged ? null : (process.env.OXYGAUGE_API_URL ?? null),
    wayland: process.platform === 'linux' && isWayland(),
  };
}

/** A packaged app does not start with a switch that it does not know, and says so: whether it has to end. */
export function refusesSwitches(): boolean {
  const unknown = app.isPackaged ? unknownSwitches(process.argv.slice(1), process.platform) : [];
  if (unknown.length === 0) return false;
  // Before the app is ready, this is a line for the terminal on Linux and a box elsewhere.
  dialog.showErrorBox('Oxygauge did not start', `It cannot be started with ${unknown.join(', ')}.`);
  return true;
}

/** Electron 38 and later draw on Wayland by themselves where the session is one; before, only when told to. */
function isWayland(): boolean {
  const asked =
    app.commandLine.getSwitchValue('ozone-platform') || app.commandLine.getSwitchValue('ozone-platform-hint');
  if (asked === 'x11') return false;
  const automatic = Number.parseInt(process.versions.electron ?? '0', 10) >= 38 || asked !== '';
  return automatic && process.env.XDG_SESSION_TYPE === 'wayland';
}
