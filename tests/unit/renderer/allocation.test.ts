import { expect, test } from 'vitest';
import { type Limit, limitFromGb } from '../../../electron/contract/limit.ts';
import type { SubUser } from '../../../electron/contract/sub-user.ts';
import { allocationOf } from '../../../renderer/manager/attention/allocation.ts';

let nextId = 1;
const subUser = (trafficGb: number | null, limit: Limit, change: Partial<SubUser> = {}): SubUser => ({
  id: nextId++,
  username: `user_${nextId}`,
  status: 'active',
  createdAt: null,
  trafficGb,
  limit,
  disablesAtLimit: false,
  lifetime: false,
  listed: true,
  ...change,
});

test('limits are summed over sub-users with a monthly limit that can run', () => {
  const unlimited = subUser(3, limitFromGb(null));
  const allocation = allocationOf(
    [
      subUser(4, limitFromGb(10)),
      subUser(1, limitFromGb(5)),
      unlimited,
      subUser(0, limitFromGb(0)),
      subUser(2, { kind: 'unknown' }),
      subUser(7, limitFromGb(100), { status: 'disabled' }),
      subUser(50, limitFromGb(60), { lifetime: true }),
    ],
    20,
  );
  expect(allocation).toMatchObject({ limitsGb: 15, limited: 2, blocked: 1, unknown: 1, lifetime: 1 });
  expect(allocation.unlimited).toEqual([unlimited]);
  // A disabled sub-user still used its traffic this month; a lifetime sub-user's figure covers another period.
  expect(allocation.usedGb).toBe(17);
  expect(allocation.beyondGb).toBe(3);
});

test('usage beyond the sub-users is never negative, and unknown without a total', () => {
  const list = [subUser(5, limitFromGb(10))];
  expect(allocationOf(list, 4).beyondGb).toBe(0);
  expect(allocationOf(list, null).beyondGb).toBeNull();
});
