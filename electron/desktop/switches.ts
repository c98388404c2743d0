import { app } from 'electron';

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

/** Electron 38 and later draw on Wayland by themselves where the session is one; before, only when told to. */
function isWayland(): boolean {
  const asked =
    app.commandLine.getSwitchValue('ozone-platform') || app.commandLine.getSwitchValue('ozone-platform-hint');
  if (asked === 'x11') return false;
  const automatic = Number.parseInt(process.versions.electron ?? '0', 10) >= 38 || asked !== '';
  return automatic && process.env.XDG_SESSION_TYPE === 'wayland';
}
