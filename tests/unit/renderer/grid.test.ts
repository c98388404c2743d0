import fc from 'fast-check';
import { expect, test } from 'vitest';
import { limitFromGb } from '../../../electron/contract/limit.ts';
import type { SubUser } from '../../../electron/contract/sub-user.ts';
import { SubUserCollection } from '../../../renderer/manager/sub-users/grid/collection.ts';
import { gridColumns, rowHeightPx } from '../../../renderer/manager/sub-users/grid/columns.ts';
import { windowAt } from '../../../renderer/manager/sub-users/grid/row-window.ts';

const subUsers = (count: number): SubUser[] =>
  Array.from({ length: count }, (_, index) => ({
    id: 1_000 + index,
    username: `user_${index}`,
    status: 'active' as const,
    createdAt: null,
    trafficGb: 1,
    limit: limitFromGb(10),
    disablesAtLimit: false,
    lifetime: false,
    listed: true,
  }));

test('the collection walks from the first row to the last and back', () => {
  const collection = new SubUserCollection(subUsers(3));
  expect([...collection.getKeys()]).toEqual([1_000, 1_001, 1_002]);
  expect(collection.getFirstKey()).toBe(1_000);
  expect(collection.getLastKey()).toBe(1_002);
  expect(collection.getKeyAfter(1_000)).toBe(1_001);
  expect(collection.getKeyBefore(1_000)).toBeNull();
  expect(collection.getKeyAfter(1_002)).toBeNull();
  expect(collection.getKeyAfter('username')).toBe('status');
});

test('a cell is found by its key, knows its row and its column, and only a name is its text', () => {
  const collection = new SubUserCollection(subUsers(2));
  const cell = collection.getItem('1001 username');
  expect(cell).toMatchObject({ type: 'cell', parentKey: 1_001, textValue: 'user_1' });
  expect(cell?.column?.key).toBe('username');
  expect([...collection.getChildren(1_001)]).toHaveLength(gridColumns.length);
  expect(collection.indexOf('1001 limit')).toBe(1);
  expect(collection.getItem(99)).toBeNull();
  expect(collection.getItem('99 limit')).toBeNull();
});

test('a list of nobody', () => {
  const collection = new SubUserCollection([]);
  expect(collection.size).toBe(0);
  expect(collection.getFirstKey()).toBeNull();
  expect(collection.getLastKey()).toBeNull();
  expect([...collection]).toEqual([]);
});

test('the same row is the same node however it is reached, so that nothing is drawn twice', () => {
  const collection = new SubUserCollection(subUsers(5));
  expect(collection.getItem(1_003)).toBe(collection.at(3));
  expect(collection.rows[3]).toBe(collection.at(3));
});

test('every row that is in view is in the window, wherever the scroll bar is', () => {
  fc.assert(
    fc.property(fc.nat(500_000), fc.integer({ min: 100, max: 3_000 }), (scrollTopPx, heightPx) => {
      const { first, end } = windowAt(scrollTopPx, heightPx);
      expect(first * rowHeightPx).toBeLessThanOrEqual(scrollTopPx);
      expect(end * rowHeightPx).toBeGreaterThanOrEqual(scrollTopPx + heightPx);
      expect(end - first).toBeLessThan(heightPx / rowHeightPx + 32);
    }),
  );
});
