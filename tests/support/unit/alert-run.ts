import { randomUUID } from 'node:crypto';
import type { Alert } from '../../../electron/contract/alert.ts';
import type { AlertSettings } from '../../../electron/contract/alert-settings.ts';
import { dayOf } from '../../../electron/contract/day.ts';
import { succeeded } from '../../../electron/contract/failure.ts';
import type {
  NotificationAction,
  NotificationContent,
  NotificationOutcome,
} from '../../../electron/contract/notification.ts';
import type { PlanSettings } from '../../../electron/contract/plan.ts';
import type { SubUser } from '../../../electron/contract/sub-user.ts';
import { openAlerts } from '../../../electron/monitor/alerts/open-alerts.ts';
import { createNavigation } from '../../../electron/monitor/navigation.ts';
import { createChangeSettings } from '../../../electron/monitor/settings.ts';
import { type AppStore, accountState, updateAccount } from '../../../electron/monitor/state.ts';
import type { JsonFiles, LinesFiles } from '../../../electron/storage/files.ts';
import { inMemoryLines, inMemoryValue } from '../../../electron/storage/in-memory.ts';
import { accountId } from '../../../renderer/gallery/snapshot.ts';
import { FakeClock, settled } from './fake-clock.ts';
import { signInto, storeSignedIn } from './store.ts';
import { wholeText } from './whole-text.ts';

export type Shown = NotificationContent & { act: (action: NotificationAction) => void };
export type Disk = { history: LinesFiles; alerts: LinesFiles; memories: JsonFiles };

/** Returns files in memory that outlive a run of the app. */
export function memoryDisk(): Disk {
  const values = new Map<string, string>();
  return {
    history: inMemoryLines(),
    alerts: inMemoryLines(),
    memories: {
      read: (name) => JSON.parse(values.get(name) ?? 'null'),
      write: (name, value) => void values.set(name, JSON.stringify(value)),
      names: () => [...values.keys()],
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

export type AlertRun = {
  store: AppStore;
  clock: FakeClock;
  disk: Disk;
  shown: Shown[];
  titles(): string[];
  /** The outcome of the next notifications. */
  daemon: { outcome: NotificationOutcome };
  monitor: ReturnType<typeof openAlerts>['alerts'];
  actions: ReturnType<typeof openAlerts>['actions'] & ReturnType<typeof createNavigation>['actions'];
  saved: { name: string; text: string }[];
  managerShown: () => number;
  /** Runs a refresh that reads these values; an absent one could not be read. */
  refresh(read: {
    totalGb?: number | null;
    dateFrom?: string | null;
    dateTo?: string | null;
    subUsers?: SubUser[];
  }): Promise<void>;
  settings(change: Partial<AlertSettings>): void;
  plan(change: Partial<PlanSettings>): void;
  log(): { rule: string; delivery: string }[];
  /** The logged alerts, newest first. */
  alerts(): readonly Alert[];
};

/** Opens the alerts as the monitor does, without a network: the test sets what each refresh reads. */
export function startAlerts({
  clock = new FakeClock(),
  disk = memoryDisk(),
  alerts = {},
  plan = {},
  afterTurn = (run) => run(),
}: {
  clock?: FakeClock;
  disk?: Disk;
  alerts?: Partial<AlertSettings>;
  plan?: Partial<PlanSettings>;
  afterTurn?: (run: () => void) => void;
} = {}): AlertRun {
  const store = storeSignedIn();
  store.setState({ session: { kind: 'restoring' } });
  const shown: Shown[] = [];
  const saved: AlertRun['saved'] = [];
  const daemon: AlertRun['daemon'] = { outcome: 'shown' };
  let managers = 0;
  const changeSettings = createChangeSettings(store, inMemoryValue(), clock.after);
  const settings = (change: Partial<AlertSettings>) => changeSettings({ alerts: change });
  const navigation = createNavigation(store, () => {
    managers += 1;
  });
  const { alerts: monitor, actions } = openAlerts({
    store,
    afterTurn,
    clock,
    files: disk,
    async notify(notification, act) {
      shown.push({ ...notification, act });
      return daemon.outcome;
    },
    newId: randomUUID,
    async saveText(name, text) {
      saved.push({ name, text: wholeText(text) });
      return { ok: true, value: { saved: true } };
    },
    changeSettings,
    navigate: navigation.navigate,
    asOwned: (row) => row,
    exportGuard: async () => succeeded({ saved: false }),
  });
  changeSettings({ alerts, plan });
  signInto(store);
  return {
    store,
    clock,
    disk,
    shown,
    saved,
    daemon,
    monitor,
    actions: { ...actions, ...navigation.actions },
    settings,
    plan: (change) => changeSettings({ plan: change }),
    managerShown: () => managers,
    titles: () => shown.map(({ title }) => title),
    alerts: () => accountState(store.getState(), accountId).alerts.alerts,
    log: () =>
      accountState(store.getState(), accountId).alerts.alerts.map(({ facts, delivery }) => ({
        rule: facts.rule,
        delivery,
      })),
    async refresh({
      totalGb,
      dateFrom = '2026-03-01',
      dateTo = vendorsDay(dateFrom, clock.now()),
      subUsers,
    }) {
      const readAt = clock.now();
      updateAccount(store, accountId, {
        ...(totalGb !== undefined && {
          month: { readAt, value: { trafficGb: totalGb, dateFrom, dateTo } },
        }),
        ...(subUsers !== undefined && { subUsers: { readAt, value: { subUsers, setAside: 0 } } }),
      });
      await monitor.observe();
      await settled();
    },
  };
}

/** Returns the day of a moment if it lies in the month that begins on `dateFrom`, else the first. */
function vendorsDay(dateFrom: string | null, now: number): string | null {
  const today = dayOf(now);
  return today.slice(0, 7) === dateFrom?.slice(0, 7) ? today : dateFrom;
}
