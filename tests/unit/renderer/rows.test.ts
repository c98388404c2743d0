import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { limitFromGb } from '../../../electron/contract/limit.ts';
import { subUserFilterSchema, subUserOrders } from '../../../electron/contract/settings.ts';
import type { SubUser } from '../../../electron/contract/sub-user.ts';
import { effectiveView, inShownOrder, rowsOf } from '../../../renderer/manager/sub-users/rows.ts';
import { runsOutOf } from '../../../renderer/manager/sub-users/runs-out.ts';

let nextId = 1;
const row = (
  username: string,
  trafficGb: number | null,
  limitGb: number | null,
  change: Partial<SubUser> = {},
) => ({
  id: nextId++,
  username,
  status: 'active' as const,
  createdAt: null,
  trafficGb,
  limit: limitFromGb(limitGb),
  disablesAtLimit: false,
  lifetime: false,
  listed: true,
  ...change,
});
const list: SubUser[] = [
  row('Beta', 9, 10),
  row('alpha', 11, 10),
  row('gamma', 5, null),
  row('delta', 0, 0),
  row('omega', null, 10),
  row('zeta', 12, 10, { status: 'disabled' }),
];
const names = (rows: SubUser[]) => rows.map(({ username }) => username);
const view = { column: 'share', direction: 'descending', filter: 'all' } as const;

describe('rows', () => {
  test('nearest to the limit first; unknown shares last in either direction', () => {
    expect(names(rowsOf(list, view, '')).slice(0, 3)).toEqual(['zeta', 'alpha', 'Beta']);
    expect(names(rowsOf(list, { ...view, direction: 'ascending' }, '')).slice(0, 3)).toEqual([
      'Beta',
      'alpha',
      'zeta',
    ]);
  });

  test.each([
    ['active', 5],
    ['disabled', 1],
    ['over-80', 3],
    ['over-limit-running', 1],
    ['unlimited', 1],
    ['blocked', 1],
  ] as const)('%s', (filter, count) => expect(rowsOf(list, { ...view, filter }, '')).toHaveLength(count));

  test('search matches any part in any case; markup is plain text', () => {
    expect(names(rowsOf(list, view, ' ETA '))).toEqual(['zeta', 'Beta']);
    expect(rowsOf(list, view, '<b>')).toEqual([]);
  });

  test('every column orders every row, and sorting loses none', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...subUserOrders),
        fc.constantFrom('ascending' as const, 'descending' as const),
        (column, direction) => {
          expect(new Set(names(rowsOf(list, { column, direction, filter: 'all' }, '')))).toEqual(
            new Set(names(list)),
          );
        },
      ),
    );
    expect(subUserFilterSchema.options).toHaveLength(7);
  });
});

describe('an account without limits', () => {
  const unlimited = [row('one', 3, null), row('two', 8, null), row('three', null, null)];

  test('B17: is ordered by traffic instead of by an empty column', () => {
    const shown = effectiveView(unlimited, { ...view, direction: 'ascending' });
    expect(shown).toEqual({ column: 'traffic', direction: 'descending', filter: 'all' });
    expect(names(rowsOf(unlimited, shown, ''))).toEqual(['two', 'one', 'three']);
  });

  test('keeps an order by another column; one limit is enough for an order by share', () => {
    const byName = { ...view, column: 'username' } as const;
    expect(effectiveView(unlimited, byName)).toBe(byName);
    expect(effectiveView([...unlimited, row('four', 1, 10)], view)).toBe(view);
  });
});

test('of rows without a share, the one with the most traffic comes first', () => {
  const some = [row('none', 3, null), row('much', 8, null), row('limited', 1, 10)];
  expect(names(rowsOf(some, view, ''))).toEqual(['limited', 'much', 'none']);
});

test('a limit is over, runs out on a day, or lasts', () => {
  expect(runsOutOf(row('over', 11, 10), 1_000)).toEqual({ kind: 'over' });
  expect(runsOutOf(row('soon', 5, 10), 1_000)).toEqual({ kind: 'day', at: 1_000 });
  expect(runsOutOf(row('lasts', 5, 10), null)).toBeNull();
  expect(runsOutOf(row('unlimited', 5, null), 1_000)).toBeNull();
});

test('the shown order stays; new rows are appended and deleted ones removed', () => {
  const [first, second, third] = list;
  if (first === undefined || second === undefined || third === undefined) throw new Error('too few');
  expect(inShownOrder([third, second, first], [first.id, 999, second.id])).toEqual([first, second, third]);
});
