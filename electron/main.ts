import { randomInt, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { app, Menu, clipboard as systemClipboard } from 'electron';
import { createLocalCipher } from './account/local-cipher.ts';
import { Session } from './account/session.ts';
import { createVault, readVault } from './account/vault.ts';
import { succeeded } from './contract/failure.ts';
import { defaultSettings } from './contract/settings.ts';
import { openApiNetwork } from './desktop/api-network.ts';
import { registerAppScheme, serveAppScheme } from './desktop/app-scheme.ts';
import { createClipboard } from './desktop/clipboard.ts';
import { watchPages } from './desktop/dev-reload.ts';
import { drawWithoutGpu, watchHelperProcesses } from './desktop/drawing.ts';
import { environmentAtStart } from './desktop/environment.ts';
import { checkNoSpelling, hardenPages } from './desktop/hardening.ts';
import { serveWindows } from './desktop/ipc.ts';
import { replaceJson } from './desktop/json-store.ts';
import { memoryKeychain, systemKeychain } from './desktop/keychain.ts';
import { answerProbe, isKeyringProbe } from './desktop/keyring-probe.ts';
import { guardMain, type MainGuard } from './desktop/main-guard.ts';
import { Manager } from './desktop/manager.ts';
import { startsAnewWithoutAutolaunch } from './desktop/no-autolaunch.ts';
import { openNotifier } from './desktop/notifier.ts';
import { Popover } from './desktop/popover.ts';
import { watchPower } from './desktop/power.ts';
import { reportTo } from './desktop/report.ts';
import { saveText } from './desktop/save-text.ts';
import { quitWithSession } from './desktop/session-end.ts';
import { isStillFirst, leaveToOther } from './desktop/sole-instance.ts';
import { startLog } from './desktop/start-log.ts';
import { openStorage } from './desktop/storage.ts';
import { readSwitches, refusesSwitches } from './desktop/switches.ts';
import { TrayIcon } from './desktop/tray.ts';
import { createTrayActions } from './desktop/tray-actions.ts';
import { watchTrayHost } from './desktop/tray-host.ts';
import { runtimeVersions } from './desktop/versions.ts';
import { createWindowCommands } from './desktop/window-commands.ts';
import { workingFolder } from './desktop/working-folder.ts';
import { createActions } from './monitor/actions.ts';
import { createDiagnosticsAction } from './monitor/diagnostics.ts';
import { createFocus } from './monitor/focus.ts';
import { createJobActions } from './monitor/jobs/job-actions.ts';
import { keepRosters } from './monitor/known-sub-users.ts';
import { logChanges, loggingClient } from './monitor/log-changes.ts';
import { Poller } from './monitor/poller.ts';
import { refresh } from './monitor/refresh.ts';
import { restartLosesNothing } from './monitor/restart-loss.ts';
import { createRosterFile, readRosters } from './monitor/roster-file.ts';
import { createPublisher } from './monitor/snapshot.ts';
import { createAppStore, currentAccountId, updateEnvironment } from './monitor/state.ts';
import { createSubUserActions } from './monitor/sub-user-actions.ts';
import { openSubUserList } from './monitor/sub-user-list.ts';
import { createTargetDays } from './monitor/target-days.ts';
import { createUsageActions } from './monitor/usage-actions.ts';
import { recordDemoHistory } from './monitor/watch/demo-history.ts';
import { openWatch } from './monitor/watch/open-watch.ts';
import { notingOwnDisabling } from './monitor/watch/own-disabling.ts';
import { readApiUrl, vendorApiUrl } from './oxylabs/api-url.ts';
import { createClient } from './oxylabs/client.ts';
import { Secret } from './oxylabs/secret.ts';
import { createSimulator, demoCredentials } from './oxylabs/simulator/simulator.ts';

const switches = readSwitches();
const now = () => Date.now();

if (refusesSwitches()) app.exit(1);
else if (isKeyringProbe()) void answerProbe();
else begin();

/** Refuses what must not start, and starts the rest once. */
function begin(): void {
  const guard = guardMain(now);
  if (startsAnewWithoutAutolaunch()) return;
  drawWithoutGpu();
  const api = switches.apiUrl === null ? succeeded(vendorApiUrl) : readApiUrl(switches.apiUrl);
  if (!api.ok) {
    console.error(`Oxygauge did not start. ${api.failure.problem}`);
    app.exit(1);
    return;
  }
  if (switches.demo && !switches.ownProfile) app.setPath('userData', `${app.getPath('userData')} Demo`);
  // Whatever this process writes is its owner's alone, Chromium's files too.
  process.umask(0o077);
  const profile = app.getPath('userData');
  app.setPath('userData', workingFolder(profile));
  // The stores have no lock of their own: the first instance holds this one before they are opened.
  if (!app.requestSingleInstanceLock()) {
    app.exit(0);
    return;
  }
  registerAppScheme();
  checkNoSpelling();
  // Forced on for every page, unless whoever started the app took the sandbox away from all of Chromium (as root must).
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  app
    .whenReady()
    .then(() => (isStillFirst() ? run(api.value, profile, guard) : leaveToOther()))
    .catch(guard.cannotStart);
}

/** Makes each part and hands it what it needs. */
function run(baseUrl: string, profile: string, guard: MainGuard): void {
  const pages = join(import.meta.dirname, 'renderer');
  const preload = join(import.meta.dirname, 'preload.cjs');
  hardenPages();
  watchHelperProcesses();
  quitWithSession();
  serveAppScheme(pages);
  if (process.platform !== 'darwin') Menu.setApplicationMenu(null);

  const clock = { now, after: cancellableTimeout };
  const storage = openStorage({
    profile,
    demo: switches.demo,
    ...clock,
    replace: replaceJson,
    readVault,
    readRosters,
    onChange(view, event) {
      updateEnvironment(store, { storage: view });
      log.write(event);
    },
  });
  const roster = createRosterFile(storage.rosters);
  const vault = createVault({
    keychain: switches.demo ? memoryKeychain() : systemKeychain(),
    localCipher: createLocalCipher(join(profile, 'vault.key')),
    file: storage.vault,
  });
  const environment = environmentAtStart({
    demo: switches.demo,
    keyring: vault.keyring(),
    otherHost: switches.demo || baseUrl === vendorApiUrl ? null : new URL(baseUrl).host,
    storage: storage.view(),
  });
  const store = createAppStore({ settings: storage.settings.read() ?? defaultSettings, environment });
  const log = startLog(storage, switches.demo, now, () => store.getState().settings.fullNamesInLog);
  reportTo(log.report);
  logChanges(store, log.write, now);
  keepRosters(store, roster);
  const publisher = createPublisher(store);

  const network = openApiNetwork(`Oxygauge/${app.getVersion()}`);
  const simulator = switches.demo ? createSimulator({ now, subUserCount: switches.demoSubUsers }) : null;
  const bareClient = createClient({
    fetch: simulator?.fetch ?? network.fetch,
    baseUrl,
    userAgent: `Oxygauge/${app.getVersion()}`,
    now,
    random: Math.random,
  });
  const client = notingOwnDisabling(
    loggingClient(bareClient, log.write, (id) => list.known(id)?.username ?? null),
    (id, disabling) => watch.noteDisabling(id, disabling),
  );
  const session = new Session({
    client,
    vault,
    now,
    keepWithoutKeyring: () => store.getState().settings.keepWithoutKeyring,
    onChange() {
      updateEnvironment(store, { keyring: session.keyring() });
      store.setState({ session: session.view() });
    },
  });
  const clipboard = createClipboard(systemClipboard, clock.after);
  if (simulator !== null) recordDemoHistory(storage.history, simulator.account);
  const { watch, actions: alertActions } = openWatch({
    store,
    clock,
    files: { history: storage.history, alerts: storage.alerts, memories: storage.alertMemories },
    notify: openNotifier(log.report),
    newId: randomUUID,
    saveText,
    changeSettings: (change) => void actions.changeSettings(change),
    focus: (target) => focus(target),
  });
  const poller = new Poller({
    store,
    clock,
    random: Math.random,
    async refresh() {
      const outcome = await refresh({ store, session, client, now, roster });
      watch.observe();
      return outcome;
    },
  });

  const manager = new Manager(preload, () => {
    // Without a tray nothing would be left on the screen to reach the app by.
    if (!store.getState().environment.trayShown) app.quit();
  });
  const focus = createFocus(store, () => manager.show());
  const popover = new Popover({
    preload,
    floating: !switches.wayland,
    now,
    onVisible: (visible) => poller.setWatched(visible),
  });
  const targetDays = createTargetDays({
    session,
    client,
    accountId: () => currentAccountId(store.getState()),
    files: storage.targets,
    now,
  });
  const actions = createActions({
    store,
    session,
    poller,
    saveSettings: (value) => storage.settings.write(value),
    forgetFiles(accountId) {
      roster.forget(accountId);
      targetDays.forget(accountId);
      watch.forget(accountId);
      // Names of sub-users may be in it.
      log.erase();
    },
  });
  const usageActions = createUsageActions({ session, client, targetDays });
  const list = openSubUserList({ store, session, client, now, earlier: roster });
  const subUserActions = createSubUserActions({ list, session, client, now });
  const jobActions = createJobActions({
    store,
    session,
    client,
    list,
    clock,
    below: (count) => randomInt(count),
    saveText,
  });
  const tray = new TrayIcon({
    source: publisher,
    now,
    onClick: (bounds) => popover.toggle(bounds),
    onAction: (action) => void trayActions[action](),
  });
  const trayActions = createTrayActions({
    now,
    openPopover: () => popover.show(tray.bounds()),
    focus,
    refresh: () => poller.refreshNow(),
    pauseAlerts: (pausedUntil) => actions.changeSettings({ alerts: { pausedUntil } }),
    signOut: () => actions.signOut(),
    quit: () => app.quit(),
  });
  serveWindows(
    publisher,
    {
      ...actions,
      ...subUserActions,
      ...jobActions,
      ...usageActions,
      ...alertActions,
      ...createDiagnosticsAction({ store, versions: runtimeVersions(), log, now, copy: clipboard.copyText }),
      ...createWindowCommands({ clipboard, popover, focus }),
    },
    log.report,
  );

  // What a second one was started with is nobody's word to trust: it is not read.
  app.on('second-instance', () => manager.show());
  app.on('activate', () => manager.show());
  // Closing windows leaves the tray: what must go on lives in this process.
  app.on('window-all-closed', () => {});
  app.on('before-quit', () => {
    poller.stop();
    watch.stop();
    void clipboard.clearSecret();
  });
  watchPower(
    (awake) => store.setState({ awake }),
    (online) => store.setState({ online: online || switches.demo }),
  );
  watchTrayHost((shown) => {
    if (shown && !store.getState().environment.trayShown) tray.remake();
    updateEnvironment(store, { trayShown: shown });
    if (!shown) manager.show();
  }, log.report);
  watchPages(pages);
  guard.runs(() => restartLosesNothing(store.getState()));
  void start();

  async function start(): Promise<void> {
    if (simulator === null) {
      updateEnvironment(store, { bypassesProxy: await network.avoidVendorProxy(baseUrl) });
      await session.restore();
    } else {
      await session.signIn(demoCredentials.username, new Secret(demoCredentials.password));
    }
    // Somebody who is not signed in, who tries the demo or whose files were damaged, has to see more than an icon.
    const damaged = storage.view().odd.some(({ why }) => why !== 'newer');
    if (simulator !== null || session.view().kind === 'signed-out' || damaged) manager.show();
  }
}

function cancellableTimeout(delayMs: number, run: () => void): () => void {
  const timer = setTimeout(run, delayMs);
  return () => clearTimeout(timer);
}
