import { beforeEach, expect, test } from 'vitest';
import type { SnapshotChange } from '../../../electron/contract/snapshot.ts';
import type { SubUser } from '../../../electron/contract/sub-user.ts';
import { createPublisher, type Publisher } from '../../../electron/monitor/publisher.ts';
import { type AppStore, accountState, updateAccount } from '../../../electron/monitor/state.ts';
import { OwnWrites } from '../../../electron/monitor/sub-users/own-writes.ts';
import { withKnown } from '../../../electron/monitor/sub-users/roster.ts';
import { openSubUserList } from '../../../electron/monitor/sub-users/sub-user-list.ts';
import { accountId } from '../../../renderer/gallery/snapshot.ts';
import { FakeClock } from '../../support/unit/fake-clock.ts';
import { storeSignedIn } from '../../support/unit/store.ts';
import { turnByHand } from '../../support/unit/turn.ts';

let store: AppStore;
let turn: ReturnType<typeof turnByHand>;
let publisher: Publisher;
let changes: SnapshotChange[];
const nothingRecalled = { recall: () => [] };

beforeEach(() => {
  store = storeSignedIn();
  turn = turnByHand();
  publisher = createPublisher(store, turn.parts);
  changes = [];
  publisher.subscribe((change) => changes.push(change));
});

function rowOf(id: number, change: Partial<SubUser> = {}): SubUser {
  return {
    id,
    username: `user_${id}`,
    status: 'active',
    createdAt: null,
    trafficGb: id / 10,
    limit: { kind: 'gb', limitGb: 100 },
    disablesAtLimit: true,
    lifetime: false,
    listed: true,
    ...change,
  };
}

/** Returns the rows as each answer of the API does: equal, but new objects. */
const rows = (count: number) => Array.from({ length: count }, (_, index) => rowOf(index + 1));

const own = new OwnWrites();

function read(subUsers: SubUser[], readAt = 1): void {
  const value = withKnown(
    { store, roster: nothingRecalled, own },
    accountId,
    { subUsers, setAside: 0 },
    own.beginReading(),
  );
  updateAccount(store, accountId, { subUsers: { value, readAt } });
}

const namesOf = ({ slices, subUserRows }: SnapshotChange) => [
  ...Object.keys(slices).sort(),
  ...(subUserRows === undefined ? [] : ['rows']),
];
const shown = () => accountState(store.getState(), accountId).subUsers?.value;
const list = () =>
  openSubUserList({
    store,
    session: { call: () => Promise.reject(new Error('not called')) },
    client: { listSubUsers: () => Promise.reject(new Error('not called')) },
    clock: new FakeClock(2),
    roster: nothingRecalled,
    ownWrites: () => own,
  });

test('all changes of a turn are published as one, at its end', () => {
  updateAccount(store, accountId, { stale: true });
  store.setState({ job: null, awake: false });
  read(rows(3));
  expect(changes).toEqual([]);
  expect(publisher.current()).toMatchObject({ revision: 0, slices: { traffic: { stale: false } } });
  turn.end();
  expect(changes.map(namesOf)).toEqual([['nearest', 'subUsers', 'traffic']]);
  expect(publisher.current()).toMatchObject({ revision: 1, slices: { traffic: { stale: true } } });
});

test('a change that is undone within the turn is not published', () => {
  updateAccount(store, accountId, { refreshing: true });
  updateAccount(store, accountId, { refreshing: false });
  turn.end();
  expect(changes).toEqual([]);
  expect(publisher.current().revision).toBe(0);
});

test('a change by another subscriber in response to a change is published too', () => {
  store.subscribe((state) => {
    if (state.awake) return;
    store.setState({ awake: true, navigation: { nonce: 1, target: { page: 'alerts' } } as never });
  });
  store.setState({ awake: false });
  turn.end();
  expect(changes.map(namesOf)).toEqual([['navigation']]);
});

test('a listener that throws does not stop the others', () => {
  const after: number[] = [];
  publisher.subscribe(() => {
    throw new Error('broken listener');
  });
  publisher.subscribe(({ revision }) => after.push(revision));
  updateAccount(store, accountId, { stale: true });
  turn.end();
  updateAccount(store, accountId, { stale: false });
  turn.end();
  expect(after).toEqual([1, 2]);
  expect(turn.reports).toHaveLength(2);
});

test('what waits for a publication continues after it, or at once if none is due', async () => {
  await publisher.published();
  updateAccount(store, accountId, { stale: true });
  let seen = -1;
  const waiting = publisher.published().then(() => {
    seen = changes.length;
  });
  turn.end();
  await waiting;
  expect(seen).toBe(1);
});

test('equal rows stay the same objects, and so does a list of equal rows', () => {
  read(rows(5));
  turn.end();
  const before = shown();
  read(rows(5), 2);
  expect(shown()).toBe(before);
  turn.end();
  // Only the list's age changed; the rows did not, and the nearest rows have no age.
  expect(changes.map(namesOf)).toEqual([['nearest', 'subUsers'], ['rows']]);
  expect(changes[1]?.subUserRows).toEqual({ changed: [], removed: [], setAside: 0, readAt: 2 });
  read(rows(5).with(2, rowOf(3, { limit: { kind: 'gb', limitGb: 99 } })), 3);
  const after = shown();
  expect(after?.subUsers.filter((row, index) => row !== before?.subUsers[index]).map(({ id }) => id)).toEqual(
    [3],
  );
});

test('a write without effect does not change the state', () => {
  read(rows(3));
  const before = store.getState();
  list().show((all) => all.map((row) => ({ ...row, limit: { ...row.limit } })));
  expect(store.getState()).toBe(before);
});

test('a row that left the list is marked once, and then stays the same object', () => {
  read(rows(3));
  read(rows(2), 2);
  const before = shown();
  read(rows(2), 3);
  expect(shown()).toBe(before);
  expect(before?.subUsers.map(({ listed }) => listed)).toEqual([true, true, false]);
});

test('an edit of one limit among 12,000 sub-users sends one row', () => {
  const count = 12_000;
  read(rows(count));
  turn.end();
  changes.length = 0;
  // Like an edit: the list is read again, and then shown with the written change.
  read(rows(count), 2);
  turn.end();
  const limit = { kind: 'gb', limitGb: 7 } as const;
  list().show((all) => all.map((row) => (row.id === 6_000 ? { ...row, limit } : row)));
  turn.end();
  const sent = changes.flatMap(({ slices, subUserRows }) => [
    ...(slices.subUsers?.subUsers ?? []),
    ...(subUserRows?.changed ?? []),
  ]);
  expect(sent).toEqual([rowOf(6_000, { limit })]);
  expect(JSON.stringify(changes).length).toBeLessThan(2_000);
});
