import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { limitFromGb } from '../../../electron/contract/limit.ts';
import { subUserColumnSchema, subUserFilterSchema } from '../../../electron/contract/settings.ts';
import type { SubUser } from '../../../electron/contract/sub-user.ts';
import { inShownOrder, rowsOf } from '../../../renderer/manager/sub-users/rows.ts';

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
  test('nearest to the limit first; where it is unknown, last in either direction', () => {
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

  test('search is of any part in any case; markup is only text', () => {
    expect(names(rowsOf(list, view, ' ETA '))).toEqual(['zeta', 'Beta']);
    expect(rowsOf(list, view, '<b>')).toEqual([]);
  });

  test('every column orders every row, and sorting loses none', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...subUserColumnSchema.options),
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

test('the shown order stays; who is new comes last and who went is gone', () => {
  const [first, second, third] = list;
  if (first === undefined || second === undefined || third === undefined) throw new Error('too few');
  expect(inShownOrder([third, second, first], [first.id, 999, second.id])).toEqual([first, second, third]);
});
