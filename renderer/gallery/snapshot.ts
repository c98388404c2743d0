import { defaultSettings } from '../../electron/contract/settings.ts';
import type { EnvironmentView, Snapshot } from '../../electron/contract/snapshot.ts';

export const environment: EnvironmentView = {
  version: '0.1.0',
  demo: false,
  locale: 'en-GB',
  texts: 'en',
  platform: 'linux',
  keyring: 'available',
  otherHost: null,
  bypassesProxy: false,
  trayShown: true,
  storage: { unreadable: [], failing: null },
};

export const accountId = '3f1c';

/** Builds a snapshot in which all is well but for the change. */
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
    nearest: { subUsers: [], over: 0, near: 0, total: 0, setAside: 0 },
    subUsers: { subUsers: [], setAside: 0, readAt: 0 },
    job: null,
    checks: [],
    monthDays: null,
    accountDays: null,
    outlook: null,
    alerts: { alerts: [], total: 0, byCalendar: false },
    channels: [],
    cycle: null,
    guard: null,
    navigation: null,
    settings: defaultSettings,
    environment,
    releases: { unavailable: null, newer: null },
    accountList: { shown: '1', rows: [] },
    ...change,
  };
}
