import { randomInt, randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createLocalCipher } from './account/local-cipher.ts';
import { isSealedLocally } from './account/sealing.ts';
import { createVault, readVault } from './account/vault.ts';
import { environmentAtStart } from './desktop/app/environment.ts';
import type { Switches } from './desktop/app/switches.ts';
import { runtimeVersions } from './desktop/app/versions.ts';
import { memoryKeychain, systemKeychain } from './desktop/keyring/keychain.ts';
import { openApiNetwork } from './desktop/network/api-network.ts';
import { report } from './desktop/recovery/report.ts';
import { recordDemoHistory } from './monitor/alerts/demo-history.ts';
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
import { createSimulator, demoCredentials } from './oxylabs/simulator/simulator.ts';
import { openStorage, type Storage } from './storage/storage.ts';

export type OpenMonitorParts = {
  switches: Switches;
  baseUrl: string;
  profile: string;
  clock: Clock;
  desktop: DesktopPort;
};

/** Describes the account: the client of its API, and what signs in at start. */
type Source = {
  fetch: typeof globalThis.fetch;
  connection: OpenConnectionPort;
  start: (monitor: Monitor) => Promise<unknown>;
};

/** Opens the profile's files, and creates the monitor for the real account or the simulated one. `start` signs in. */
export function openMonitor(parts: OpenMonitorParts): { monitor: Monitor; start: () => Promise<void> } {
  const { switches, baseUrl, profile, clock, desktop } = parts;
  const { demo } = switches;
  const versions = runtimeVersions();
  const userAgent = `Oxygauge/${versions.version}`;
  const storage = openStorage({
    profile,
    demo,
    ...clock,
    replace: (...file) => jsonStore().replaceJson(...file),
    readVault,
    readRosters,
  });
  const ciphers = {
    keychain: demo ? memoryKeychain() : systemKeychain(),
    localCipher: createLocalCipher(join(profile, 'vault.key'), () =>
      isSealedLocally(storage.vault, storage.passwords, storage.subUserPasswords),
    ),
  };
  const vault = createVault({ ...ciphers, file: storage.vault });
  const source = demo ? demoSource(switches, clock, storage) : vendorSource(baseUrl, userAgent, switches);
  const { now } = clock;
  const activity = openActivity({ now });
  const recording = { recorder: activity.recorder, report };
  const monitor = createMonitor({
    storage,
    vault,
    ciphers,
    connection: source.connection,
    client: createClient({ fetch: source.fetch, baseUrl, userAgent, now, random: Math.random, recording }),
    activity,
    apiUrl: baseUrl,
    environment: environmentAtStart({
      demo,
      texts: switches.texts,
      keyring: vault.keyring(),
      otherHost: demo || baseUrl === vendorApiUrl ? null : new URL(baseUrl).host,
      storage: storage.view(),
    }),
    desktop,
    versions,
    clock,
    afterTurn: setImmediate,
    chance: { random: Math.random, below: (count) => randomInt(count), newId: randomUUID },
  });
  return {
    monitor,
    async start() {
      try {
        await source.start(monitor);
      } catch (error) {
        storage.start.failed();
        throw error;
      }
      storage.start.cameUp();
      // A user who is not signed in, tries the demo or has damaged files needs to see more than an icon.
      const damaged = storage.view().unreadable.some(({ why }) => why !== 'newer');
      const needsWindow = demo || monitor.session.view().kind === 'signed-out' || damaged;
      // At login the tray says so, and no window jumps up.
      if (needsWindow && !switches.hidden) desktop.showManager();
    },
  };
}

/** How long connection tests may take, and the clock that they go by. */
const timing = { limits: usualLimits, elapsed: () => performance.now() };

function vendorSource(baseUrl: string, userAgent: string, { loopback }: Switches): Source {
  const network = openApiNetwork(userAgent);
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

function demoSource({ demoSubUsers, demoFault }: Switches, clock: Clock, storage: Storage): Source {
  const simulator = createSimulator({ now: clock.now, subUserCount: demoSubUsers, fault: demoFault });
  recordDemoHistory(storage.history, simulator.account);
  const { username, password } = demoCredentials;
  return {
    fetch: simulator.fetch,
    async connection() {
      const [{ demoNetwork }, { createSimulatedProxy }] = await Promise.all([
        import('./oxylabs/simulator/proxy/demo-network.ts'),
        import('./oxylabs/simulator/proxy/proxy.ts'),
      ]);
      return { ...timing, ...demoNetwork(createSimulatedProxy({ account: () => simulator.account })) };
    },
    start: ({ session }) => session.signIn(username, new Secret(password)),
  };
}

/** Loads electron-store, with its schema compiler, at the first write, so that no start waits for it. */
function jsonStore(): typeof import('./desktop/app/json-store.ts') {
  return createRequire(import.meta.url)('./json-store.cjs');
}
