import { randomUUID } from 'node:crypto';
import type { AlertSettings } from '../../electron/contract/alert-settings.ts';
import type { Notice, NoticeAction, NoticeOutcome } from '../../electron/contract/notice.ts';
import type { SubUser } from '../../electron/contract/sub-user.ts';
import { unkeptLines } from '../../electron/desktop/unkept.ts';
import { createFocus } from '../../electron/monitor/focus.ts';
import { type AppStore, accountState, updateAccount } from '../../electron/monitor/state.ts';
import type { LineFiles } from '../../electron/monitor/watch/history-shelf.ts';
import type { JsonFiles } from '../../electron/monitor/watch/memory-file.ts';
import { openWatch } from '../../electron/monitor/watch/open-watch.ts';
import { FakeClock, settled } from './fake-clock.ts';
import { accountId, signInto, storeSignedIn } from './store.ts';

export type Shown = Notice & { act: (action: NoticeAction) => void };
export type Disk = { history: LineFiles; alerts: LineFiles; memories: JsonFiles };

/** Files in memory that outlive a run of the app. */
export function memoryDisk(): Disk {
  const values = new Map<string, string>();
  return {
    history: unkeptLines(),
    alerts: unkeptLines(),
    memories: {
      read: (name) => JSON.parse(values.get(name) ?? 'null'),
      write: (name, value) => void values.set(name, JSON.stringify(value)),
      sweep(keeps) {
        for (const name of values.keys()) if (!keeps(name)) values.delete(name);
      },
    },
  };
}

export function subUser(change: Partial<SubUser> = {}): SubUser {
  return {
    id: 1,
    username: 'crawler',
    status: 'active',
    createdAt: null,
    trafficGb: 0,
    limit: { kind: 'gb', limitGb: 10 },
    disablesAtLimit: true,
    lifetime: false,
    listed: true,
    ...change,
  };
}

export type WatchRun = {
  store: AppStore;
  clock: FakeClock;
  disk: Disk;
  shown: Shown[];
  titles(): string[];
  /** What the next notifications meet. */
  daemon: { outcome: NoticeOutcome };
  watch: ReturnType<typeof openWatch>['watch'];
  actions: ReturnType<typeof openWatch>['actions'];
  saved: { name: string; text: string }[];
  managerShown: () => number;
  /** A refresh that read these. Absent: could not be read. */
  refresh(read: { totalGb?: number | null; dateFrom?: string; subUsers?: SubUser[] }): Promise<void>;
  settings(change: Partial<AlertSettings>): void;
  log(): { rule: string; delivery: string }[];
};

type OverParts = {
  store: AppStore;
  clock: FakeClock;
  disk: Disk;
  shown: (notice: Shown) => void;
  saved?: WatchRun['saved'];
  settings?: (change: Partial<AlertSettings>) => void;
  managerShown?: () => void;
  outcome?: () => NoticeOutcome;
};

/** The watch over a store, with a daemon that shows everything unless told otherwise. */
export function watchOver({
  store,
  clock,
  disk,
  shown,
  saved = [],
  settings,
  managerShown,
  outcome,
}: OverParts) {
  return openWatch({
    store,
    clock,
    files: disk,
    notify: async (notice, act) => {
      shown({ ...notice, act });
      return outcome?.() ?? 'shown';
    },
    newId: randomUUID,
    saveText: async (name, text) => {
      saved.push({ name, text });
      return { ok: true, value: { saved: true } };
    },
    changeSettings: ({ alerts: change }) => settings?.(change as Partial<AlertSettings>),
    focus: createFocus(store, () => managerShown?.()),
  });
}

/** The watch as main makes it, without a network: the test says what each refresh reads. */
export function startWatch({
  clock = new FakeClock(),
  disk = memoryDisk(),
  alerts = {},
}: {
  clock?: FakeClock;
  disk?: Disk;
  alerts?: Partial<AlertSettings>;
} = {}): WatchRun {
  const store = storeSignedIn();
  store.setState({ session: { kind: 'restoring' } });
  const shown: Shown[] = [];
  const saved: WatchRun['saved'] = [];
  const daemon: WatchRun['daemon'] = { outcome: 'shown' };
  let managers = 0;
  const settings = (change: Partial<AlertSettings>) => {
    const known = store.getState().settings;
    store.setState({ settings: { ...known, alerts: { ...known.alerts, ...change } } });
  };
  const { watch, actions } = watchOver({
    store,
    clock,
    disk,
    saved,
    settings,
    managerShown: () => {
      managers += 1;
    },
    shown: (notice) => shown.push(notice),
    outcome: () => daemon.outcome,
  });
  settings(alerts);
  signInto(store);
  return {
    store,
    clock,
    disk,
    shown,
    saved,
    daemon,
    watch,
    actions,
    settings,
    managerShown: () => managers,
    titles: () => shown.map(({ title }) => title),
    log: () =>
      accountState(store.getState(), accountId).alerts.alerts.map(({ facts, delivery }) => ({
        rule: facts.rule,
        delivery,
      })),
    async refresh({ totalGb, dateFrom = '2026-03-01', subUsers }) {
      const readAt = clock.now();
      updateAccount(store, accountId, {
        ...(totalGb !== undefined && {
          month: { readAt, value: { trafficGb: totalGb, dateFrom, dateTo: dateFrom } },
        }),
        ...(subUsers !== undefined && { subUsers: { readAt, value: { subUsers, setAside: 0 } } }),
      });
      watch.observe();
      await settled();
    },
  };
}
