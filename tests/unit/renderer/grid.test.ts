import fc from 'fast-check';
import { expect, test } from 'vitest';
import { limitFromGb } from '../../../electron/contract/limit.ts';
import type { SubUser } from '../../../electron/contract/sub-user.ts';
import { SubUserCollection } from '../../../renderer/manager/sub-users/grid/collection.ts';
import { gridColumns } from '../../../renderer/manager/sub-users/grid/columns.ts';
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

const collectionOf = (count: number) => new SubUserCollection(subUsers(count), gridColumns);

test('the collection can be walked from the first row to the last and back', () => {
  const collection = collectionOf(3);
  expect([...collection.getKeys()]).toEqual([1_000, 1_001, 1_002]);
  expect(collection.getFirstKey()).toBe(1_000);
  expect(collection.getLastKey()).toBe(1_002);
  expect(collection.getKeyAfter(1_000)).toBe(1_001);
  expect(collection.getKeyBefore(1_000)).toBeNull();
  expect(collection.getKeyAfter(1_002)).toBeNull();
  expect(collection.getKeyAfter('username')).toBe('traffic');
});

test('a cell is found by its key, has a row and a column, and only a name has text', () => {
  const collection = collectionOf(2);
  const cell = collection.getItem('1001 username');
  expect(cell).toMatchObject({ type: 'cell', parentKey: 1_001, textValue: 'user_1' });
  expect(cell?.column?.key).toBe('username');
  expect([...collection.getChildren(1_001)]).toHaveLength(gridColumns.length);
  expect(collection.indexOf('1001 limit')).toBe(1);
  expect(collection.getItem(99)).toBeNull();
  expect(collection.getItem('99 limit')).toBeNull();
});

test('an empty list', () => {
  const collection = collectionOf(0);
  expect(collection.size).toBe(0);
  expect(collection.getFirstKey()).toBeNull();
  expect(collection.getLastKey()).toBeNull();
  expect([...collection]).toEqual([]);
});

test('a row is one node however it is reached, so it is rendered once', () => {
  const collection = collectionOf(5);
  expect(collection.getItem(1_003)).toBe(collection.at(3));
  expect(collection.rows[3]).toBe(collection.at(3));
});

const rowHeights = fc.constantFrom(28, 32, 40);

test('every row in view is rendered, at any scroll position', () => {
  fc.assert(
    fc.property(
      fc.nat(500_000),
      fc.integer({ min: 100, max: 3_000 }),
      rowHeights,
      (scrollTopPx, heightPx, rowHeightPx) => {
        const { first, end } = windowAt(scrollTopPx, heightPx, rowHeightPx);
        expect(first * rowHeightPx).toBeLessThanOrEqual(scrollTopPx);
        expect(end * rowHeightPx).toBeGreaterThanOrEqual(scrollTopPx + heightPx);
        expect(end - first).toBeLessThan(heightPx / rowHeightPx + 32);
      },
    ),
  );
});
