import { settingsSchema } from '../../electron/contract/settings.ts';
import type { EnvironmentView, Snapshot } from '../../electron/contract/snapshot.ts';
import { type AppStore, createAppStore } from '../../electron/monitor/state.ts';

export const environment: EnvironmentView = {
  version: '0.1.0',
  demo: false,
  locale: 'en-GB',
  platform: 'linux',
  keyring: 'available',
  otherHost: null,
  bypassesProxy: false,
  trayShown: true,
  storage: { odd: [], failing: null },
};

export const accountId = '3f1c';

export function storeSignedIn(): AppStore {
  const store = createAppStore({ settings: settingsSchema.parse({}), environment });
  signInto(store);
  return store;
}

export function signInto(store: AppStore, id: string = accountId): void {
  store.setState({
    session: { kind: 'signed-in', username: 'demo_main', accountId: id, remembered: 'keyring' },
  });
}

/** A snapshot in which all is well. */
export function snapshotOf(change: Partial<Snapshot> = {}): Snapshot {
  return {
    session: { kind: 'signed-in', username: 'demo_main', accountId, remembered: 'keyring' },
    traffic: {
      month: { trafficGb: 1.2361, dateFrom: '2026-03-01', dateTo: '2026-03-15', readAt: 0 },
      refreshing: false,
      stale: false,
      problem: null,
      paused: null,
      nextRefreshAt: null,
    },
    nearest: { subUsers: [], total: 0, setAside: 0 },
    subUsers: { subUsers: [], setAside: 0, readAt: 0 },
    job: null,
    monthDays: null,
    outlook: null,
    alerts: { alerts: [], total: 0 },
    cycle: null,
    focus: null,
    settings: settingsSchema.parse({}),
    environment,
    ...change,
  };
}
