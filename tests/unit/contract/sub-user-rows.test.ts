import fc from 'fast-check';
import { expect, test } from 'vitest';
import { receivedChange, sentChange } from '../../../electron/contract/sent-change.ts';
import { pickChange } from '../../../electron/contract/slices.ts';
import { sliceNameSchema, snapshotSchema } from '../../../electron/contract/snapshot.ts';
import type { SubUser, SubUsersView } from '../../../electron/contract/sub-user.ts';
import { subUserRowsBetween, withSubUserRows } from '../../../electron/contract/sub-user-rows.ts';
import { keptRows } from '../../../electron/usage/roster.ts';

const rowOf = (id: number, trafficGb = 0): SubUser => ({
  id,
  username: `user_${id}`,
  status: 'active',
  createdAt: null,
  trafficGb,
  limit: { kind: 'unlimited' },
  disablesAtLimit: null,
  lifetime: null,
  listed: true,
});
const viewOf = (subUsers: SubUser[], readAt: number | null = 1): SubUsersView => ({
  subUsers,
  setAside: 0,
  readAt,
});

const anyRows = fc.uniqueArray(
  fc.record({ id: fc.integer({ min: 1, max: 12 }), gb: fc.integer({ min: 0, max: 2 }) }),
  { selector: ({ id }) => id },
);

test('the rows turn one list into the other, whatever changed in it', () => {
  fc.assert(
    fc.property(anyRows, anyRows, (one, other) => {
      const before = viewOf(one.map(({ id, gb }) => rowOf(id, gb)));
      const next = other.map(({ id, gb }) => rowOf(id, gb));
      const after = viewOf(keptRows(next, before.subUsers), 2);
      const rows = subUserRowsBetween(before, after);
      if (rows !== null) expect(withSubUserRows(before, rows)).toEqual(after);
      const sorted = (list: { id: number }[]) => list.every(({ id }, at) => id > (list[at - 1]?.id ?? 0));
      // With the order unchanged, rows suffice unless a new one belongs between others.
      const appended = other.every(({ id }) => one.some((row) => row.id === id));
      if (sorted(one) && sorted(other) && appended) expect(rows).not.toBeNull();
    }),
  );
});

test('a created row is appended, a deleted one removed', () => {
  const [first, second, third] = [rowOf(1), rowOf(2), rowOf(3)];
  const rows = subUserRowsBetween(viewOf([first, second]), viewOf([second, third], 2));
  expect(rows).toEqual({ changed: [third], removed: [1], setAside: 0, readAt: 2 });
});

test('the whole list is sent if it was not read before, or if its order changed', () => {
  const [first, second] = [rowOf(1), rowOf(2)];
  expect(subUserRowsBetween(viewOf([], null), viewOf([first]))).toBeNull();
  expect(subUserRowsBetween(viewOf([first, second]), viewOf([second, first]))).toBeNull();
  expect(subUserRowsBetween(viewOf([first]), viewOf([], null))).toBeNull();
});

test('rows are sent only to windows that subscribe to the list', () => {
  const change = {
    revision: 4,
    slices: {},
    subUserRows: { changed: [rowOf(1)], removed: [], setAside: 0, readAt: 2 },
  };
  expect(receivedChange(sentChange(change))).toEqual(change);
  expect(pickChange(change, ['subUsers'])).toEqual(change);
  expect(pickChange(change, ['nearest', 'traffic'])).toBeNull();
});

test('every slice can be subscribed to', () => {
  expect(sliceNameSchema.options.toSorted()).toEqual(Object.keys(snapshotSchema.shape).sort());
});
