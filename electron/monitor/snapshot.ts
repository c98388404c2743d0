import {
  type NearestView,
  pickSlices,
  type SliceName,
  type Snapshot,
  type SnapshotChange,
  type SubUsersView,
  type TrafficView,
} from '../contract/snapshot.ts';
import { nearestToLimit } from '../usage/nearest.ts';
import { type AccountState, type AppState, type AppStore, accountState, currentAccountId } from './state.ts';

/** As many as the popover has room for. */
const nearestCount = 5;

type Listener = (change: SnapshotChange) => void;

/** What windows and the tray see of the state, with a revision for each change. */
export type Publisher = {
  current(): { revision: number; slices: Snapshot };
  /** Called with the slices that changed, after each change of the state. */
  subscribe(listener: Listener): () => void;
};

/** Watches the state and tells which slices changed. A slice whose sources are the same objects is not made anew. */
export function createPublisher(store: AppStore): Publisher {
  const listeners = new Set<Listener>();
  let slices = slicesOf(store.getState(), null, null);
  let revision = 0;

  store.subscribe((state, previous) => {
    const next = slicesOf(state, previous, slices);
    const changed = changedSlices(slices, next);
    slices = next;
    if (Object.keys(changed).length === 0) return;
    revision += 1;
    for (const listener of listeners) listener({ revision, slices: changed });
  });

  return {
    current: () => ({ revision, slices }),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function slicesOf(state: AppState, previous: AppState | null, last: Snapshot | null): Snapshot {
  const account = accountState(state, currentAccountId(state));
  const before = previous === null ? null : accountState(previous, currentAccountId(previous));
  const sameList = last !== null && before?.subUsers === account.subUsers;
  const traffic = trafficView(state, account);
  return {
    session: state.session,
    traffic: last !== null && sameFields(traffic, last.traffic) ? last.traffic : traffic,
    nearest: sameList ? last.nearest : nearestView(account),
    subUsers: sameList ? last.subUsers : subUsersView(account),
    job: state.job,
    monthDays: account.monthDays,
    outlook: account.outlook,
    alerts: account.alerts,
    cycle: account.cycle,
    focus: state.focus,
    settings: state.settings,
    environment: state.environment,
  };
}

function trafficView(state: AppState, account: AccountState): TrafficView {
  const { month, refreshing, stale, problem, nextRefreshAt } = account;
  return {
    month: month === null ? null : monthOf(month),
    refreshing,
    stale,
    problem,
    nextRefreshAt,
    paused: state.online ? (state.awake ? null : 'asleep') : 'offline',
  };
}

/** One object for one reading, so that an unchanged month is an unchanged slice. */
const months = new WeakMap<object, NonNullable<TrafficView['month']>>();
function monthOf(reading: NonNullable<AccountState['month']>): NonNullable<TrafficView['month']> {
  const known = months.get(reading) ?? { ...reading.value, readAt: reading.readAt };
  months.set(reading, known);
  return known;
}

function nearestView({ subUsers }: AccountState): NearestView {
  if (subUsers === null) return { subUsers: [], total: null, setAside: 0 };
  const { value } = subUsers;
  return {
    subUsers: nearestToLimit(value.subUsers, nearestCount),
    total: value.subUsers.length,
    setAside: value.setAside,
  };
}

function subUsersView({ subUsers }: AccountState): SubUsersView {
  if (subUsers === null) return { subUsers: [], setAside: 0, readAt: null };
  return { ...subUsers.value, readAt: subUsers.readAt };
}

function changedSlices(before: Snapshot, after: Snapshot): Partial<Snapshot> {
  const names = (Object.keys(after) as SliceName[]).filter((name) => before[name] !== after[name]);
  return pickSlices(after, names);
}

function sameFields<Value extends object>(one: Value, other: Value): boolean {
  return (Object.keys(one) as (keyof Value)[]).every((key) => Object.is(one[key], other[key]));
}
