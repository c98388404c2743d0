import { createKeptSecrets, type KeptSecretsParts } from '../account/kept-secrets.ts';
import { Session } from '../account/session.ts';
import { createSubUserPasswords } from '../account/sub-user-passwords.ts';
import type { Vault } from '../account/vault.ts';
import type { AccountId } from '../contract/account.ts';
import { defaultSettings, withAppSettings } from '../contract/settings.ts';
import type { EnvironmentView } from '../contract/snapshot.ts';
import type { Activity } from '../oxylabs/activity.ts';
import type { OxylabsClient } from '../oxylabs/client.ts';
import { type Log, openLog } from '../storage/log.ts';
import type { Storage } from '../storage/storage.ts';
import { createAccountActions } from './account-actions.ts';
import type { AmongAccounts } from './accounts/among-accounts.ts';
import { openAlerts } from './alerts/open-alerts.ts';
import { notesOwnDisabling } from './alerts/own-disabling.ts';
import { StandstillMonitor } from './alerts/standstill-monitor.ts';
import type { ChannelParts } from './channels/channel-parts.ts';
import { openChannels } from './channels/open-channels.ts';
import { observedClient } from './client-calls.ts';
import type { Clock } from './clock.ts';
import { createApiByHand } from './connection/api-by-hand.ts';
import { createConnectionTexts } from './connection/connection-texts.ts';
import { createHandOver } from './connection/hand-over.ts';
import { keptPasswords } from './connection/kept-passwords.ts';
import { loadsConnectionActions, type OpenConnectionPort } from './connection/load-connection-actions.ts';
import { createPasswordActions, erasesOldPasswords } from './connection/password-actions.ts';
import { createSaveAction, type DesktopPort } from './desktop-port.ts';
import { createDiagnosticsAction } from './diagnostics.ts';
import { openGuard } from './guard/open-guard.ts';
import { createJobActions } from './jobs/job-actions.ts';
import { createJournal } from './jobs/journal.ts';
import { logChanges, logsCalls } from './log-changes.ts';
import { createNavigation } from './navigation.ts';
import { createPublisher } from './publisher.ts';
import { Poller } from './refresh/poller.ts';
import { refresh } from './refresh/refresh.ts';
import { createChangeSettings } from './settings.ts';
import { type AppState, createAppStore, currentAccountId, knownSubUser, updateEnvironment } from './state.ts';
import { createLateChecks } from './sub-users/late-checks.ts';
import { ownWritesByAccount } from './sub-users/own-writes.ts';
import { keepRosters } from './sub-users/roster.ts';
import { createRosterFile } from './sub-users/roster-file.ts';
import { createSubUserActions } from './sub-users/sub-user-actions.ts';
import { openSubUserList } from './sub-users/sub-user-list.ts';
import { createVanished } from './sub-users/vanished.ts';
import { createHistoryActions } from './usage/history-actions.ts';
import { createTargetDays } from './usage/target-days.ts';
import { createUsageActions } from './usage/usage-actions.ts';

export type MonitorParts = {
  storage: Storage;
  /** The other accounts, with the state and the log that the first one shares. Without it, there are no others. */
  among?:
    | (Pick<AmongAccounts, 'isAdded' | 'turn' | 'title'> & { app: AppState | null; log: Log | null })
    | undefined;
  vault: Vault;
  /** What encrypts the secrets beside the sign-in. */
  ciphers: Pick<KeptSecretsParts, 'keychain' | 'localCipher'>;
  client: OxylabsClient;
  /** The network of connection tests, which the client does not use. */
  connection: OpenConnectionPort;
  channels: ChannelParts['network'];
  /** What the client sent, and to which address. */
  activity: Activity;
  apiUrl: string;
  environment: EnvironmentView;
  desktop: DesktopPort;
  /** The versions of the app, its runtime and the system, for the log and the diagnostics. */
  versions: { version: string; electron: string; chrome: string; node: string; platform: string };
  clock: Clock;
  /** Returns the API's time, in epoch milliseconds. */
  serverNow: () => number;
  /** Runs a function at the end of this turn of the event loop, such as `setImmediate`. */
  afterTurn: (run: () => void) => void;
  chance: {
    /** Returns a number in [0, 1). */
    random: () => number;
    /** Returns an unpredictable integer in [0, count). */
    below: (count: number) => number;
    newId: () => string;
  };
};

export type Monitor = ReturnType<typeof createMonitor>;

/**
 * Composes the application from its parts, for main and for tests alike. It starts with `session.restore()` or a sign-in.
 */
export function createMonitor(parts: MonitorParts) {
  const { storage, vault, environment, desktop, versions, clock, afterTurn, chance, among } = parts;
  const { now } = clock;
  const app = among?.app ?? null;
  const own = storage.settings.read() ?? defaultSettings;
  const settings = app === null ? own : withAppSettings(own, app.settings);
  const store = createAppStore({ settings, environment }, (error) =>
    log.report('listener of the state', error),
  );
  const fullNames = () => store.getState().settings.fullNamesInLog;
  const log = among?.log ?? openLog({ files: storage.log, now, fullNames });
  if (app === null) log.write({ kind: 'start', demo: environment.demo, ...versions });
  else store.setState({ online: app.online, awake: app.awake, releases: app.releases });
  storage.subscribe((view, event) => {
    updateEnvironment(store, { storage: view });
    log.write(event);
  });
  logChanges(store, log.write, now);
  const roster = createRosterFile(storage.rosters);
  keepRosters(store, roster);
  const ownWrites = ownWritesByAccount();
  const publisher = createPublisher(store, { afterTurn, report: log.report });
  const changeSettings = createChangeSettings(store, storage.settings, clock.after);
  const navigation = createNavigation(store, desktop.showManager);

  const keptSecrets = (files: Storage['passwords']) =>
    createKeptSecrets({
      ...parts.ciphers,
      files,
      keepWithoutKeyring: () => store.getState().settings.keepWithoutKeyring,
    });
  const channelSecrets = keptSecrets(storage.channelSecrets);
  const channels = openChannels({
    store,
    clock,
    afterTurn,
    files: { channels: storage.channels, events: storage.channelEvents },
    secrets: channelSecrets,
    network: parts.channels,
    desktop,
    newId: chance.newId,
    account: () => among?.title() ?? null,
  });
  const {
    alerts,
    actions: alertActions,
    historyFiles,
  } = openAlerts({
    store,
    clock,
    afterTurn,
    files: { history: storage.history, alerts: storage.alerts, memories: storage.alertMemories },
    notify: desktop.notify,
    newId: chance.newId,
    saveText: desktop.saveText,
    changeSettings,
    navigate: navigation.navigate,
    asOwned: (row) => guard.asOwned(row),
    exportGuard: () => guard.actions.exportGuard(),
    onLogged: channels.tellAlerts,
  });
  const standstill = new StandstillMonitor({
    store,
    clock,
    notify: desktop.notify,
    showManager: desktop.showManager,
  });
  const secrets = keptSecrets(storage.passwords);
  const subUserSecrets = keptSecrets(storage.subUserPasswords);
  const passwords = createSubUserPasswords(subUserSecrets);
  const kept = keptPasswords(store, passwords);
  const unattributed = observedClient(parts.client, [
    logsCalls(log.write, (id) => knownSubUser(store.getState(), id)?.username ?? null),
    notesOwnDisabling((id, disabling) => alerts.noteDisabling(id, disabling)),
    erasesOldPasswords({ store, passwords }),
  ]);
  const session = new Session({
    client: unattributed,
    vault,
    now,
    keepWithoutKeyring: () => store.getState().settings.keepWithoutKeyring,
    isAdded: (accountId) => among?.isAdded(accountId) ?? false,
    onChange(view, keyring) {
      updateEnvironment(store, { keyring });
      store.setState({ session: view });
    },
  });
  const list = openSubUserList({ store, session, client: unattributed, clock, roster, ownWrites });
  const guard = openGuard({
    store,
    clock,
    serverNow: parts.serverNow,
    session,
    client: unattributed,
    list,
    files: storage.guard,
    newId: chance.newId,
    saveText: desktop.saveText,
    notify: desktop.notify,
    tell: channels.tell,
    navigate: navigation.navigate,
    refreshNow: () => poller.refreshNow(),
  });
  const client = observedClient(unattributed, [guard.notesYours]);
  const vanished = createVanished({ store, session, client, list, roster });
  const watching = {
    async observe() {
      await guard.begin();
      guard.observe(await alerts.observe());
    },
  };
  const poller = new Poller({
    store,
    clock,
    random: chance.random,
    turn: () => among?.turn() ?? null,
    async refresh() {
      const outcome = await refresh({
        store,
        session,
        client,
        now,
        afterTurn,
        roster,
        ownWrites,
        alerts: watching,
      });
      void vanished.ask();
      return outcome;
    },
  });

  const accountId = () => currentAccountId(store.getState());
  const targetDays = createTargetDays({ session, client, accountId, files: storage.targets, now });
  const journal = createJournal({ jobs: storage.jobs, steps: storage.jobSteps });
  function forgetFiles(forgotten: AccountId): void {
    journal.forget(forgotten);
    secrets.sweep((name) => !name.startsWith(`${forgotten}_`));
    passwords.forget(forgotten);
    roster.forget(forgotten);
    targetDays.forget(forgotten);
    alerts.forget(forgotten);
    guard.forget(forgotten);
    channels.forget(forgotten);
    // The log may hold names of sub-users.
    log.erase();
  }
  const { below, newId } = chance;
  const late = createLateChecks({ store, list, newId });
  const { saveText, copyText } = desktop;
  const { version } = versions;
  const writing = { list, session, client, late, now };
  const { exportGuard: _exported, ...guardCommands } = guard.actions;
  const commands = {
    ...createAccountActions({
      store,
      session,
      poller,
      changeSettings,
      secrets: [secrets, subUserSecrets, channelSecrets],
      forgetFiles,
    }),
    ...createSubUserActions(writing),
    ...createJobActions({
      store,
      session,
      client,
      list,
      clock,
      journal,
      secrets,
      passwords,
      below,
      newId,
      saveText,
      showManager: desktop.showManager,
    }),
    ...createConnectionTexts({ store, kept, desktop }),
    ...createPasswordActions({ store, passwords, kept }),
    ...createHandOver({ store, kept, desktop, now }),
    ...loadsConnectionActions({ open: parts.connection, store, passwordOf: kept.passwordOf }),
    ...createApiByHand({ ...parts, ...writing, store, version, copy: copyText }),
    ...createUsageActions({ session, client, targetDays }),
    ...createHistoryActions({
      store,
      history: () => alerts.history(),
      historyFiles,
      now,
      askUsage: (id, query) => session.call((who) => client.subUserUsage(who, id, query)),
      afterTurn,
    }),
    ...alertActions,
    ...guardCommands,
    ...channels.commands,
    ...navigation.actions,
    ...createSaveAction(saveText),
    ...createDiagnosticsAction({ store, versions, log, now, copy: copyText }),
  };
  return {
    store,
    publisher,
    session,
    poller,
    alerts,
    channels,
    client,
    list,
    journal,
    secrets,
    passwords,
    log,
    commands,
    navigate: navigation.navigate,
    changeSettings,
    stop(): void {
      changeSettings.flush();
      storage.start.cameUp();
      poller.stop();
      alerts.stop();
      guard.stop();
      channels.stop();
      standstill.stop();
    },
  };
}
