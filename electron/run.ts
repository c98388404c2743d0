import { join } from 'node:path';
import { steppedTextSize, textSizes } from './contract/appearance.ts';
import { restartForDemo } from './desktop/app/demo-restart.ts';
import type { Lifecycle } from './desktop/app/lifecycle.ts';
import { watchPower } from './desktop/app/power.ts';
import { collectOnce } from './desktop/app/small-heap.ts';
import { openStartAtLogin } from './desktop/app/start-at-login.ts';
import type { Switches } from './desktop/app/switches.ts';
import { openNotifier } from './desktop/notifications/notifier.ts';
import type { MainGuard } from './desktop/recovery/main-guard.ts';
import { report, reportTo } from './desktop/recovery/report.ts';
import { followState } from './desktop/tray/follow-state.ts';
import type { TrayIcon } from './desktop/tray/tray.ts';
import { createTrayActions } from './desktop/tray/tray-actions.ts';
import { watchTrayHost } from './desktop/tray/tray-host.ts';
import { patientWithTray } from './desktop/tray/tray-patience.ts';
import { setAppMenu } from './desktop/windows/app-menu.ts';
import { followAppearance } from './desktop/windows/appearance.ts';
import { createClipboard, type SystemClipboard } from './desktop/windows/clipboard.ts';
import { createCommandLimits } from './desktop/windows/command-limits.ts';
import { watchPages } from './desktop/windows/dev-reload.ts';
import { serveWindows } from './desktop/windows/ipc.ts';
import { keptView } from './desktop/windows/kept-view.ts';
import { Manager } from './desktop/windows/manager.ts';
import { pointerPosition } from './desktop/windows/pointer.ts';
import { Popover } from './desktop/windows/popover.ts';
import { saveText } from './desktop/windows/save-text.ts';
import { createWindowCommands } from './desktop/windows/window-commands.ts';
import { hasXembedTray } from './desktop/x11/questions.ts';
import { keepStatusFile } from './keep-status-file.ts';
import { systemClock } from './monitor/clock.ts';
import { quitLosesPasswords, restartLosesNothing, updateEnvironment } from './monitor/state.ts';
import { openMonitor } from './open-monitor.ts';
import type { LastFigureFile } from './storage/last-figure.ts';
import { openWindowFile, windowInMemory } from './storage/window-file.ts';
import { sayInMain } from './text/en-main.ts';
import { chooseTexts } from './text/pseudo.ts';
import { watchReleases } from './watch-releases.ts';

/** What the entry has made before the rest is loaded. */
export type RunParts = {
  switches: Switches;
  baseUrl: string;
  profile: string;
  guard: MainGuard;
  tray: TrayIcon;
  lifecycle: Lifecycle;
  lastFigure: LastFigureFile;
  clipboard: SystemClipboard;
  quit: () => void;
};

/** By then the first refresh has ended, if the API answers. */
const startSettlesMs = 2_000;

const { now } = systemClock;

/** Creates the monitor and the windows, and connects them with the tray that is already shown. */
export function run(parts: RunParts): void {
  const { switches, baseUrl, profile, guard, tray, lifecycle, lastFigure, quit } = parts;
  sayInMain();
  chooseTexts(switches.texts);
  const pages = join(import.meta.dirname, 'renderer');
  const preload = join(import.meta.dirname, 'preload.cjs');
  const clipboard = createClipboard(parts.clipboard, systemClock.after);
  const windowFile = switches.demo ? windowInMemory() : openWindowFile(profile);
  const manager = new Manager(preload, windowFile);
  const { monitor, start } = openMonitor({
    switches,
    baseUrl,
    profile,
    clock: systemClock,
    desktop: {
      notify: openNotifier(report),
      saveText,
      copyText: clipboard.copyText,
      showManager: () => manager.show(),
    },
  });
  const { store, publisher, commands, poller, navigate } = monitor;
  reportTo(monitor.log.report);
  followAppearance(store);
  setAppMenu({
    refresh: () => poller.refreshNow(),
    changeTextSize(to) {
      const { textSizePercent } = store.getState().settings;
      const next = to === 'usual' ? textSizes.usual : steppedTextSize(textSizePercent, to);
      monitor.changeSettings({ textSizePercent: next });
    },
    quit,
  });

  const popover = new Popover({
    preload,
    floating: !switches.wayland,
    now,
    pointer: pointerPosition,
    textSizePercent: () => store.getState().settings.textSizePercent,
    file: windowFile,
    onVisible: (visible) => poller.setPopoverOpen(visible),
  });
  const trayActions = createTrayActions({
    now,
    openPopover: (bounds) => popover.show(bounds),
    navigate,
    refresh: () => poller.refreshNow(),
    pauseAlerts: (pausedUntil) => monitor.changeSettings({ alerts: { pausedUntil } }),
    signOut: () => commands.signOut(),
    quit,
  });
  const showInTray = followState({ tray, source: publisher, lastFigure, now });
  function mayQuit(): boolean {
    if (!manager.mayClose()) return false;
    // The results of a task hold new passwords that were not saved: the manager shows them.
    const loses = quitLosesPasswords(store.getState());
    if (loses) manager.show();
    return !loses;
  }
  const startAtLogin = openStartAtLogin(switches, profile);
  const windowCommands = createWindowCommands({
    clipboard,
    popover,
    manager,
    view: keptView(windowFile, store),
    navigate,
    quit,
    switchDemo: (on) => mayQuit() && restartForDemo(on),
    startAtLogin,
  });
  // A monotonic clock, so that setting the other one back keeps no user waiting.
  const limits = createCommandLimits(() => performance.now());
  serveWindows(publisher, { ...commands, ...windowCommands }, report, limits);

  const endReleases = watchReleases({ switches, profile, monitor, clock: systemClock });

  const endStatusFile = keepStatusFile({ profile, monitor, now });

  lifecycle.connect({
    showManager: (username) => navigate(username === null ? null : { kind: 'named', username }),
    mayQuit,
    beforeQuit() {
      endReleases();
      endStatusFile();
      monitor.stop();
      void clipboard.clearSecret();
    },
  });
  tray.connect((ask, bounds) => {
    if (ask === 'click') popover.toggle(bounds);
    else void trayActions[ask](bounds);
  });
  watchPower(
    (awake) => {
      store.setState({ awake });
      if (awake) showInTray();
    },
    (online) => store.setState({ online: online || switches.demo }),
  );
  // Without a tray, the manager is the only way to reach the app: it opens, and closing it quits.
  manager.onClosed = () => {
    if (!store.getState().environment.trayShown) quit();
  };
  const onTray = patientWithTray(switches.hidden, systemClock.after, (shown) => {
    updateEnvironment(store, { trayShown: shown });
    if (!shown) manager.show();
  });
  watchTrayHost({
    report,
    hasOlderTray: hasXembedTray,
    onNewHost: () => void tray.place(),
    onChange: onTray,
  });
  watchPages(pages);
  guard.runs(() => restartLosesNothing(store.getState()));
  void start().finally(() =>
    systemClock.after(startSettlesMs, () => {
      startAtLogin.heal();
      collectOnce();
    }),
  );
}
