import { join } from 'node:path';
import { steppedTextSize, textSizes } from './contract/appearance.ts';
import type { SettingsChange } from './contract/settings.ts';
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
import { createAccountListActions } from './monitor/accounts/account-list-actions.ts';
import { accountOfName } from './monitor/accounts/account-of-name.ts';
import { systemClock } from './monitor/clock.ts';
import { quitLosesPasswords, restartLosesNothing } from './monitor/state.ts';
import { openProfile } from './open-accounts.ts';
import { servedAccounts } from './served-accounts.ts';
import type { LastFigureFile } from './storage/last-figure.ts';
import { openWindowFile, windowInMemory } from './storage/window-file.ts';
import { sayInMain } from './text/en-main.ts';
import { chooseTexts } from './text/pseudo.ts';
import { traySource } from './tray-source.ts';
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
  const { accounts, start } = openProfile({
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
    mayLeave: () => manager.mayLeave(),
  });
  const { monitor: app } = accounts.first;
  const shown = () => accounts.shown().monitor;
  const settings = () => app.store.getState().settings;
  const changeSettings = (change: SettingsChange) =>
    createAccountListActions(accounts, accounts.shownKey()).changeSettings(change);
  reportTo(app.log.report);
  followAppearance(app.store);
  setAppMenu({
    refresh: () => shown().poller.refreshNow(),
    changeTextSize(to) {
      const next = to === 'usual' ? textSizes.usual : steppedTextSize(settings().textSizePercent, to);
      void changeSettings({ textSizePercent: next });
    },
    quit,
  });

  const inTray = traySource(accounts);
  let popoverVisible = false;
  /** Reads the account in view more often while the popover shows it. */
  function followPopover(): void {
    for (const { monitor } of accounts.all())
      monitor.poller.setPopoverOpen(popoverVisible && monitor === shown());
  }
  const popover = new Popover({
    preload,
    floating: !switches.wayland,
    now,
    pointer: pointerPosition,
    textSizePercent: () => settings().textSizePercent,
    file: windowFile,
    onVisible(visible) {
      popoverVisible = visible;
      followPopover();
    },
  });
  const trayActions = createTrayActions({
    now,
    openPopover: (bounds) => popover.show(bounds),
    navigate: (target) => shown().navigate(target),
    refresh: () => Promise.all(accounts.listed().map(({ monitor }) => monitor.poller.refreshNow())),
    pauseAlerts: (pausedUntil) => changeSettings({ alerts: { pausedUntil } }),
    navigateInTray: (target) => inTray.shown().navigate(target),
    signOut: () => inTray.shown().commands.signOut(),
    quit,
  });
  const showInTray = followState({ tray, source: inTray, lastFigure, now });
  function mayQuit(): boolean {
    if (!manager.mayClose()) return false;
    // The results of a task hold new passwords that were not saved: the manager shows them.
    const loses = accounts.listed().find(({ monitor }) => quitLosesPasswords(monitor.store.getState()));
    if (loses === undefined) return true;
    accounts.show(loses.entry.key);
    manager.show();
    return false;
  }
  const startAtLogin = openStartAtLogin(switches, profile);
  const served = servedAccounts(accounts, (key, monitor) =>
    createWindowCommands({
      clipboard,
      popover,
      manager,
      view: keptView(windowFile, key, monitor.store),
      navigate: monitor.navigate,
      quit,
      switchDemo: (on) => mayQuit() && restartForDemo(on),
      startAtLogin,
    }),
  );
  // A monotonic clock, so that setting the other one back keeps no user waiting.
  const limits = createCommandLimits(() => performance.now());
  serveWindows(served, report, limits);
  // From now on, so that a sign-out without a window erases where the manager was left, too.
  for (const { entry } of accounts.listed()) served.of(entry.key);
  accounts.onShown(() => {
    followPopover();
    manager.reload();
    popover.reload();
  });

  const endReleases = watchReleases({ switches, profile, accounts, clock: systemClock });

  const endStatusFile = keepStatusFile({ profile, accounts, now });

  lifecycle.connect({
    showManager(username) {
      if (username === null) shown().navigate(null);
      else accountOfName(accounts, username).navigate({ kind: 'named', username });
    },
    mayQuit,
    beforeQuit() {
      endReleases();
      endStatusFile();
      accounts.stop();
      void clipboard.clearSecret();
    },
  });
  tray.connect((ask, bounds) => {
    if (ask === 'click') popover.toggle(bounds);
    else void trayActions[ask](bounds);
  });
  watchPower(
    (awake) => {
      accounts.setAll({ awake });
      if (awake) showInTray();
    },
    (online) => accounts.setAll({ online: online || switches.demo }),
  );
  // Without a tray, the manager is the only way to reach the app: it opens, and closing it quits.
  manager.onClosed = () => {
    if (!app.store.getState().environment.trayShown) quit();
  };
  const onTray = patientWithTray(switches.hidden, systemClock.after, (hasTray) => {
    accounts.updateEnvironments({ trayShown: hasTray });
    if (!hasTray) manager.show();
  });
  watchTrayHost({
    report,
    hasOlderTray: hasXembedTray,
    onNewHost: () => void tray.place(),
    onChange: onTray,
  });
  watchPages(pages);
  guard.runs(() => accounts.all().every(({ monitor }) => restartLosesNothing(monitor.store.getState())));
  void start().finally(() =>
    systemClock.after(startSettlesMs, () => {
      startAtLogin.heal();
      collectOnce();
    }),
  );
}
