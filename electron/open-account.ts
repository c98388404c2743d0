import { randomInt, randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createLocalCipher } from './account/local-cipher.ts';
import { isSealedLocally, type Keychain } from './account/sealing.ts';
import { createVault, readVault } from './account/vault.ts';
import { type AccountKey, firstAccount } from './contract/accounts.ts';
import { environmentAtStart } from './desktop/app/environment.ts';
import type { Switches } from './desktop/app/switches.ts';
import { runtimeVersions } from './desktop/app/versions.ts';
import { openApiNetwork } from './desktop/network/api-network.ts';
import type { Silence } from './desktop/network/silence.ts';
import { report } from './desktop/recovery/report.ts';
import type { OpenAccount } from './monitor/accounts/accounts.ts';
import type { AmongAccounts } from './monitor/accounts/among-accounts.ts';
import { namedDesktop } from './monitor/accounts/named-desktop.ts';
import { recordDemoHistory } from './monitor/alerts/demo-history.ts';
import type { OpenChannelNetwork } from './monitor/channels/channel-parts.ts';
import type { Clock } from './monitor/clock.ts';
import type { OpenConnectionPort } from './monitor/connection/load-connection-actions.ts';
import { usualLimits } from './monitor/connection/network.ts';
import type { DesktopPort } from './monitor/desktop-port.ts';
import { createMonitor, type Monitor } from './monitor/monitor.ts';
import { updateEnvironment } from './monitor/state.ts';
import { readRosters } from './monitor/sub-users/roster-file.ts';
import { openActivity } from './oxylabs/activity.ts';
import { vendorApiUrl } from './oxylabs/api-url.ts';
import { createClient } from './oxylabs/client.ts';
import { Secret } from './oxylabs/secret.ts';
import { ServerClock } from './oxylabs/server-clock.ts';
import { createSimulator, demoCredentials } from './oxylabs/simulator/simulator.ts';
import { accountFolder } from './storage/account-folders.ts';
import { openStorage, type Storage } from './storage/storage.ts';

/** What all accounts of a run share. */
export type AppParts = {
  switches: Switches;
  baseUrl: string;
  profile: string;
  clock: Clock;
  desktop: DesktopPort;
  keychain: Keychain;
  silence: Silence;
};

/** Describes an account's side of the network: the client of its API, and what signs in at start. */
type Source = {
  fetch: typeof globalThis.fetch;
  connection: OpenConnectionPort;
  channels: OpenChannelNetwork;
  start: (monitor: Monitor) => Promise<unknown>;
};

/** An account with its files. */
export type AccountWithFiles = OpenAccount & { storage: Storage };

/** Opens an account's files, and creates its monitor for the real API or the simulated one. `first` is the first account. */
export function openAccount(
  parts: AppParts,
  among: AmongAccounts,
  first: AccountWithFiles | null,
): AccountWithFiles {
  const { switches, baseUrl, profile, clock, desktop, keychain } = parts;
  const { demo } = switches;
  const versions = runtimeVersions();
  const userAgent = `Oxygauge/${versions.version}`;
  const folder = accountFolder(profile, among.key);
  const storage = openStorage({
    profile: folder,
    app: first?.storage ?? null,
    demo,
    ...clock,
    replace: (...file) => jsonStore().replaceJson(...file),
    readVault,
    readRosters,
  });
  const ciphers = {
    keychain,
    localCipher: createLocalCipher(join(folder, 'vault.key'), () =>
      isSealedLocally(storage.vault, storage.passwords, storage.subUserPasswords),
    ),
  };
  const vault = createVault({ ...ciphers, file: storage.vault });
  const source = demo
    ? demoSource(switches, clock, storage, among.key)
    : vendorSource({ ...parts, userAgent }, among.key);
  const { now } = clock;
  const activity = openActivity({ now });
  const recording = { recorder: activity.recorder, report };
  const serverClock = new ServerClock(now);
  const monitor = createMonitor({
    storage,
    vault,
    ciphers,
    connection: source.connection,
    channels: source.channels,
    client: createClient({
      fetch: source.fetch,
      baseUrl,
      userAgent,
      now,
      onHeaders: (headers) => serverClock.note(headers),
      random: Math.random,
      recording,
    }),
    serverNow: serverClock.now,
    activity,
    apiUrl: baseUrl,
    environment: environmentAtStart({
      demo,
      texts: switches.texts,
      keyring: vault.keyring(),
      otherHost: demo || baseUrl === vendorApiUrl ? null : new URL(baseUrl).host,
      storage: storage.view(),
    }),
    desktop: namedDesktop(desktop, among),
    versions,
    clock,
    afterTurn: setImmediate,
    chance: { random: Math.random, below: (count) => randomInt(count), newId: randomUUID },
    among: { ...among, app: first?.monitor.store.getState() ?? null, log: first?.monitor.log ?? null },
  });
  return { monitor, storage, start: async () => void (await source.start(monitor)) };
}

/** How long connection tests may take, and the clock that they go by. */
const timing = { limits: usualLimits, elapsed: () => performance.now() };

type VendorParts = Pick<AppParts, 'baseUrl' | 'switches' | 'silence' | 'clock'> & { userAgent: string };

/** Each account has connections that it shares with none: a server that hangs for one would otherwise block all. */
function vendorSource(parts: VendorParts, key: AccountKey): Source {
  const { baseUrl, userAgent, switches, silence, clock } = parts;
  const network = openApiNetwork(userAgent, key, silence);
  const { loopback } = switches;
  return {
    fetch: network.fetch,
    async connection() {
      const [{ createDial }, { createSystemResolver }] = await Promise.all([
        import('./desktop/network/dial.ts'),
        import('./desktop/network/system-resolver.ts'),
      ]);
      return {
        ...timing,
        network: createDial({ instead: loopback.proxy }),
        resolver: createSystemResolver(loopback.dns),
      };
    },
    async channels(ownEntry) {
      const { openChannelNetwork } = await import('./desktop/network/channel-network.ts');
      const fetch = openChannelNetwork({ owner: key, userAgent, ownEntry, after: clock.after });
      return { fetch, loopback: switches.localChannels };
    },
    async start({ store, session }) {
      // The network's requests wait for this look, so the keyring can be asked meanwhile.
      await Promise.all([
        session.restore(),
        network.avoidVendorProxy(
          baseUrl,
          (bypassesProxy) => updateEnvironment(store, { bypassesProxy }),
          () => store.getState().settings.ownEntry,
        ),
      ]);
    },
  };
}

/** Another account of the demo has other sub-users, so that the two can be told apart. */
const furtherSubUsers = 5;
const furtherCredentials = (key: AccountKey) => ({
  ...demoCredentials,
  username: `${demoCredentials.username}_${key}`,
});

function demoSource(
  { demoSubUsers, demoFault }: Switches,
  clock: Clock,
  storage: Storage,
  key: AccountKey,
): Source {
  const credentials = key === firstAccount ? demoCredentials : furtherCredentials(key);
  const subUserCount = key === firstAccount ? demoSubUsers : furtherSubUsers + Number(key);
  const simulator = createSimulator({ now: clock.now, subUserCount, fault: demoFault, credentials });
  recordDemoHistory(storage.history, simulator.account);
  const { username, password } = credentials;
  return {
    fetch: simulator.fetch,
    async connection() {
      const [{ demoNetwork }, { createSimulatedProxy }] = await Promise.all([
        import('./oxylabs/simulator/proxy/demo-network.ts'),
        import('./oxylabs/simulator/proxy/proxy.ts'),
      ]);
      return { ...timing, ...demoNetwork(createSimulatedProxy({ account: () => simulator.account })) };
    },
    channels: async () => ({ fetch: null, loopback: false }),
    start: ({ session }) => session.signIn(username, new Secret(password)),
  };
}

/** Loads electron-store, with its schema compiler, at the first write, so that no start waits for it. */
function jsonStore(): typeof import('./desktop/app/json-store.ts') {
  return createRequire(import.meta.url)('./json-store.cjs');
}
