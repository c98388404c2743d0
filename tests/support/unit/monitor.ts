import { randomUUID } from 'node:crypto';
import { createVault } from '../../../electron/account/vault.ts';
import type {
  NotificationAction,
  NotificationContent,
  NotificationOutcome,
} from '../../../electron/contract/notification.ts';
import type { ConnectionPort } from '../../../electron/monitor/connection/connection-actions.ts';
import { usualLimits } from '../../../electron/monitor/connection/network.ts';
import type { DesktopPort } from '../../../electron/monitor/desktop-port.ts';
import { createMonitor, type Monitor, type MonitorParts } from '../../../electron/monitor/monitor.ts';
import { type Activity, openActivity } from '../../../electron/oxylabs/activity.ts';
import type { OxylabsClient } from '../../../electron/oxylabs/client.ts';
import { inMemoryFiles, inMemoryLines, inMemoryValue } from '../../../electron/storage/in-memory.ts';
import type { Storage } from '../../../electron/storage/storage.ts';
import { environment } from '../../../renderer/gallery/snapshot.ts';
import type { FakeClock } from './fake-clock.ts';
import { type FakeKeychain, fakeCipher, fakeKeychain, memoryFile } from './vault-parts.ts';
import { wholeText } from './whole-text.ts';

/** What the monitor asked of the desktop. */
export type DesktopRecord = {
  notifications: NotificationContent[];
  /** Does what a click or a button of each of them does. */
  acts: ((action: NotificationAction) => void)[];
  saved: { name: string; text: string }[];
  copied: string[];
  /** Whether each copied text is cleared after a while. */
  secrets: boolean[];
  managerShown: number;
  /** The outcome of the next notifications. */
  outcome: NotificationOutcome;
};

export type TestMonitor = { monitor: Monitor; desktop: DesktopRecord; storage: Storage };

export type TestMonitorParts = {
  client: OxylabsClient;
  clock: FakeClock;
  /** Returns the API's time, where the computer's is wrong. */
  serverNow?: () => number;
  storage?: Storage;
  keychain?: FakeKeychain;
  activity?: Activity;
  below?: (count: number) => number;
  connection?: ConnectionPort;
  /** The network of channels; without it, they send nothing. */
  channels?: typeof globalThis.fetch;
  /** Returns the desktop as one of several accounts sees it. */
  wrapDesktop?: (desktop: DesktopPort) => DesktopPort;
  among?: MonitorParts['among'];
};

const unexpected = () => {
  throw new Error('Nothing asked for a connection.');
};

/** For a monitor that must not connect to a proxy. */
const noConnection: ConnectionPort = {
  network: { connect: unexpected, secure: unexpected, certificateNames: unexpected },
  resolver: { alias: unexpected, addresses: unexpected },
  limits: usualLimits,
  elapsed: () => 0,
};

/** Makes the monitor as the app does, on files in memory and a desktop that records. */
export function openTestMonitor({
  client,
  clock,
  serverNow = clock.now,
  storage = memoryStorage(),
  keychain = fakeKeychain(),
  activity = openActivity({ now: clock.now }),
  below = () => 0,
  connection = noConnection,
  channels,
  wrapDesktop = (desktop) => desktop,
  among,
}: TestMonitorParts): TestMonitor {
  const desktop: DesktopRecord = {
    notifications: [],
    acts: [],
    saved: [],
    copied: [],
    secrets: [],
    managerShown: 0,
    outcome: 'shown',
  };
  const ciphers = { keychain, localCipher: fakeCipher() };
  const monitor = createMonitor({
    storage,
    vault: createVault({ ...ciphers, file: storage.vault }),
    ciphers,
    client,
    connection: async () => connection,
    channels: async () => ({ fetch: channels ?? null, loopback: true }),
    activity,
    apiUrl: 'https://residential-api.oxylabs.io/v2',
    environment,
    desktop: wrapDesktop({
      async notify(notification, act) {
        desktop.notifications.push(notification);
        desktop.acts.push(act);
        return desktop.outcome;
      },
      async saveText(name, text) {
        desktop.saved.push({ name, text: wholeText(text) });
        return { ok: true, value: { saved: true } };
      },
      copyText(text, secret) {
        desktop.copied.push(text);
        desktop.secrets.push(secret);
      },
      showManager() {
        desktop.managerShown += 1;
      },
    }),
    versions: { version: '0.1.0', electron: '33.2.1', chrome: '130', node: '20', platform: 'linux-x64' },
    clock,
    serverNow,
    afterTurn: queueMicrotask,
    chance: { random: () => 0.5, below, newId: randomUUID },
    among,
  });
  return { monitor, desktop, storage };
}

export function memoryStorage(): Storage {
  return {
    settings: inMemoryValue(),
    vault: memoryFile(),
    ...inMemoryFiles(),
    log: inMemoryLines(),
    start: { cameUp() {}, failed() {} },
    accounts: inMemoryValue(),
    close() {},
    view: () => ({ unreadable: [], failing: null }),
    subscribe: () => {},
  };
}
