import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { limitFromGb } from '../../../electron/contract/limit.ts';
import type { SubUser } from '../../../electron/contract/sub-user.ts';
import { usedShare } from '../../../electron/contract/used-share.ts';
import { isStale } from '../../../electron/usage/freshness.ts';
import { countedByLimit, nearestToLimit } from '../../../electron/usage/nearest.ts';

const subUser = (
  id: number,
  trafficGb: number | null,
  limitGb: number | null,
  change: Partial<SubUser> = {},
) =>
  ({
    id,
    username: `user_${id}`,
    status: 'active',
    createdAt: null,
    trafficGb,
    limit: limitFromGb(limitGb),
    disablesAtLimit: true,
    lifetime: false,
    listed: true,
    ...change,
  }) satisfies SubUser;
const ids = (subUsers: SubUser[]) => subUsers.map(({ id }) => id);

test('those over and near their limit are counted while they can still use traffic', () => {
  const all = [
    subUser(1, 10, 10),
    subUser(2, 8, 10),
    subUser(3, 7.9, 10),
    subUser(4, 50, null),
    subUser(5, null, 1),
  ];
  const disabled = subUser(6, 12, 10, { status: 'disabled' });
  expect(countedByLimit([...all, disabled])).toEqual({ over: 1, near: 1 });
});

describe('nearest to the limit', () => {
  test('sub-users over their limit first, then by share, then those without a limit by traffic', () => {
    const list = [
      subUser(1, 5, 10),
      subUser(2, 12, 10),
      subUser(3, 90, null),
      subUser(4, 91, null),
      subUser(5, 9, 10),
    ];
    expect(ids(nearestToLimit(list, 5))).toEqual([2, 5, 1, 4, 3]);
  });

  test('blocked and disabled ones cannot use traffic and are left out', () => {
    const list = [subUser(1, 0, 0), subUser(2, 9, 10, { status: 'disabled' }), subUser(3, null, 10)];
    expect(ids(nearestToLimit(list, 5))).toEqual([3]);
  });

  test('is the start of the whole order, for any list', () => {
    const gb = fc.option(fc.double({ min: 0, max: 100, noNaN: true }));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(gb, gb), { maxLength: 60 }),
        fc.integer({ min: 1, max: 8 }),
        (rows, count) => {
          const list = rows.map(([traffic, limit], index) => subUser(index + 1, traffic, limit));
          const whole = nearestToLimit(list, list.length || 1);
          expect(ids(nearestToLimit(list, count))).toEqual(ids(whole).slice(0, count));
          const shares = whole.flatMap((each) => usedShare(each.trafficGb, each.limit) ?? []);
          expect(shares).toEqual([...shares].sort((one, other) => other - one));
        },
      ),
    );
  });
});

test('a share is known only with a limit and a figure', () => {
  expect(usedShare(5, limitFromGb(10))).toBe(0.5);
  expect(usedShare(null, limitFromGb(10))).toBeNull();
  expect(usedShare(5, limitFromGb(0))).toBeNull();
  expect(usedShare(5, limitFromGb(null))).toBeNull();
});

test('figures are stale after more than three intervals', () => {
  expect(isStale(0, 900_000, 300_000)).toBe(false);
  expect(isStale(0, 900_001, 300_000)).toBe(true);
});
