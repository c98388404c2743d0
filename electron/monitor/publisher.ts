import { ownLimitsOf, withOwnLimits } from '../contract/own-limits.ts';
import { pickSlices } from '../contract/slices.ts';
import type { NearestView, SliceName, Snapshot, SnapshotChange, TrafficView } from '../contract/snapshot.ts';
import type { SubUsersView } from '../contract/sub-user.ts';
import { subUserRowsBetween } from '../contract/sub-user-rows.ts';
import { countedByLimit, nearestToLimit } from '../usage/nearest.ts';
import { keptRows, sameFields } from '../usage/roster.ts';
import {
  type AccountState,
  type AppState,
  type AppStore,
  accountState,
  currentAccountId,
  heldSlices,
} from './state.ts';

/** The number that fits into the popover. */
const nearestCount = 5;

type Listener = (change: SnapshotChange) => void;

/** Publishes what windows and the tray see of the state, with a revision for each change. */
export type Publisher = {
  /** Returns what was published last, with its revision. */
  current(): { revision: number; slices: Snapshot };
  /** Calls back with the changed slices, once for all changes of a turn of the event loop. */
  subscribe(listener: Listener): () => void;
  /** Resolves once all changes so far are published. */
  published(): Promise<void>;
};

export type PublisherParts = {
  /** Runs a function at the end of this turn of the event loop, such as `setImmediate`. */
  afterTurn: (run: () => void) => void;
  report: (what: string, error: unknown) => void;
};

type Published = { account: AccountState; slices: Snapshot };

/**
 * Publishes the changed slices at the end of the turn of the event loop. Simultaneous changes arrive together, and a slice
 * whose sources are the same objects is not sent again.
 */
export function createPublisher(store: AppStore, { afterTurn, report }: PublisherParts): Publisher {
  const listeners = new Set<Listener>();
  let last = publishedFrom(store.getState(), null);
  let revision = 0;
  let due: Promise<void> | null = null;

  function publish(): void {
    const next = publishedFrom(store.getState(), last);
    const changed = changedSlices(last.slices, next.slices);
    const { subUsers: before } = last.slices;
    last = next;
    if (Object.keys(changed).length === 0) return;
    revision += 1;
    const change = changeOf(revision, changed, before);
    for (const listener of [...listeners]) {
      try {
        listener(change);
      } catch (error) {
        report('listener of the publisher', error);
      }
    }
  }

  store.subscribe(() => {
    due ??= new Promise((resolve) => {
      afterTurn(() => {
        due = null;
        try {
          publish();
        } finally {
          resolve();
        }
      });
    });
  });

  return {
    current: () => ({ revision, slices: last.slices }),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    published: () => due ?? Promise.resolve(),
  };
}

function publishedFrom(state: AppState, last: Published | null): Published {
  const account = accountState(state, currentAccountId(state));
  const sameReading = last !== null && last.account.subUsers === account.subUsers;
  const slices: Snapshot = {
    ...heldSlices(state, account),
    traffic: keptWhereSame(trafficView(state, account), last?.slices.traffic),
    nearest:
      sameReading && last.account.guard === account.guard
        ? last.slices.nearest
        : keptNearest(nearestView(account), last?.slices.nearest),
    subUsers: sameReading ? last.slices.subUsers : subUsersView(account),
  };
  return { account, slices };
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

/** One object for each reading, so that an unchanged month is an unchanged slice. */
const months = new WeakMap<object, NonNullable<TrafficView['month']>>();
function monthOf(reading: NonNullable<AccountState['month']>): NonNullable<TrafficView['month']> {
  const known = months.get(reading) ?? { ...reading.value, readAt: reading.readAt };
  months.set(reading, known);
  return known;
}

function nearestView({ subUsers, guard }: AccountState): NearestView {
  if (subUsers === null) return { subUsers: [], over: 0, near: 0, total: null, setAside: 0 };
  const { value } = subUsers;
  const owned = withOwnLimits(value.subUsers, ownLimitsOf(guard));
  return {
    subUsers: nearestToLimit(owned, nearestCount),
    ...countedByLimit(owned),
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

/** Returns the change to send: of a list that was sent before only the changed rows, if they suffice. */
function changeOf(revision: number, slices: Partial<Snapshot>, before: SubUsersView): SnapshotChange {
  const { subUsers, ...others } = slices;
  const subUserRows = subUsers === undefined ? null : subUserRowsBetween(before, subUsers);
  return subUserRows === null ? { revision, slices } : { revision, slices: others, subUserRows };
}

/** Returns the last view if the next one has the same fields. */
function keptWhereSame<View extends object>(next: View, last: View | undefined): View {
  return last !== undefined && sameFields(next, last) ? last : next;
}

/** Returns the last view if the next one has the same rows and counts. */
function keptNearest(next: NearestView, last: NearestView | undefined): NearestView {
  if (last === undefined) return next;
  return keptWhereSame({ ...next, subUsers: keptRows(next.subUsers, last.subUsers) }, last);
}
