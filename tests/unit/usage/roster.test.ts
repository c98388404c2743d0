import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { limitFromGb } from '../../../electron/contract/limit.ts';
import type { SubUser } from '../../../electron/contract/sub-user.ts';
import { mergeRoster, sameMembers } from '../../../electron/usage/roster.ts';
import { changedSubUser, createdSubUser, sameState, wasChanged } from '../../../electron/usage/written.ts';

const subUser = (id: number, change: Partial<SubUser> = {}): SubUser => ({
  id,
  username: `user_${id}`,
  status: 'active',
  createdAt: null,
  trafficGb: 1,
  limit: limitFromGb(10),
  disablesAtLimit: true,
  lifetime: false,
  listed: true,
  ...change,
});

describe('the roster', () => {
  test('a sub-user that vanished stays, as disabled and not listed', () => {
    const merged = mergeRoster([subUser(1), subUser(2)], [subUser(2)]);
    expect(merged.map(({ id, listed, status }) => [id, listed, status])).toEqual([
      [2, true, 'active'],
      [1, false, 'disabled'],
    ]);
  });

  test('the number of those that are not listed has a bound, and the newest stay', () => {
    const known = Array.from({ length: 20_100 }, (_, index) => subUser(index + 1));
    const merged = mergeRoster(known, [subUser(1)]);
    expect(merged).toHaveLength(20_001);
    expect(merged.at(-1)?.id).toBe(20_001);
  });

  test('a sub-user created again under the same name takes its place', () => {
    const merged = mergeRoster([subUser(1)], [subUser(9, { username: 'user_1' })]);
    expect(merged.map(({ id }) => id)).toEqual([9]);
  });

  test('the API’s rows are taken as they are, and no sub-user is lost or duplicated', () => {
    const ids = fc.uniqueArray(fc.integer({ min: 1, max: 40 }));
    fc.assert(
      fc.property(ids, ids, (before, now) => {
        const listed = now.map((id) => subUser(id));
        const merged = mergeRoster(
          before.map((id) => subUser(id)),
          listed,
        );
        expect(merged.slice(0, listed.length)).toEqual(listed);
        expect(new Set(merged.map(({ id }) => id))).toEqual(new Set([...before, ...now]));
        expect(merged).toHaveLength(new Set([...before, ...now]).size);
        expect(sameMembers(merged, mergeRoster(merged, listed))).toBe(true);
      }),
    );
  });
});

describe('settling an unclear write', () => {
  test('the list settles everything but a password', () => {
    const changed = subUser(1, { limit: limitFromGb(20) });
    expect(wasChanged(changed, { limitGb: 20 })).toBe('yes');
    expect(wasChanged(changed, { limitGb: 30 })).toBe('no');
    expect(wasChanged(changed, { limitGb: null })).toBe('no');
    expect(wasChanged(changed, { limitGb: 20, password: 'Abcdefgh_123' })).toBe('unknown');
    expect(wasChanged(undefined, { status: 'disabled' })).toBe('yes');
    expect(wasChanged(undefined, { limitGb: 20 })).toBe('unknown');
  });

  test('an applied change equals what the list would show', () => {
    const changes = fc.record(
      {
        limitGb: fc.option(fc.integer({ min: 0, max: 50 })),
        lifetime: fc.boolean(),
        disablesAtLimit: fc.boolean(),
        status: fc.constantFrom('active' as const, 'disabled' as const),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(changes, (each) => {
        expect(wasChanged(changedSubUser(subUser(1), each), each)).toBe('yes');
      }),
    );
  });
});

test('two readings are compared by what a user can edit', () => {
  expect(sameState(subUser(1), subUser(1, { trafficGb: 9 }))).toBe(true);
  expect(sameState(subUser(1), subUser(1, { limit: limitFromGb(0) }))).toBe(false);
  expect(sameState(subUser(1), subUser(1, { limit: limitFromGb(11) }))).toBe(false);
  expect(sameState(subUser(1), subUser(1, { disablesAtLimit: false }))).toBe(false);
});

test('a new sub-user is as ordered, without traffic', () => {
  const wanted = { username: 'a', password: 'x', limitGb: 0, lifetime: true, disablesAtLimit: false };
  expect(createdSubUser(5, wanted, 7)).toMatchObject({
    id: 5,
    trafficGb: 0,
    createdAt: 7,
    limit: { kind: 'blocked' },
  });
  expect(JSON.stringify(createdSubUser(5, wanted, 7))).not.toContain('"x"');
});

describe('a limit that the server rounded', () => {
  const listedGb = (gb: number) => subUser(1, { limit: limitFromGb(gb) });

  test('counts as the one that was sent, if it moved', () => {
    expect(wasChanged(listedGb(3.33), { limitGb: 10 / 3 }, limitFromGb(10))).toBe('yes');
    expect(wasChanged(listedGb(0.3), { limitGb: 0.1 + 0.2 }, limitFromGb(0.1))).toBe('yes');
    // Too small a change to be seen through the rounding, and nothing moved.
    expect(wasChanged(listedGb(10), { limitGb: 10.004 }, limitFromGb(10))).toBe('no');
    expect(wasChanged(listedGb(3.4), { limitGb: 10 / 3 }, limitFromGb(3.4))).toBe('no');
  });

  test('that is neither the old nor the new one was set by another client', () => {
    expect(wasChanged(listedGb(500), { limitGb: 15 }, limitFromGb(10))).toBe('unknown');
    expect(wasChanged(listedGb(10), { limitGb: 15 }, limitFromGb(10))).toBe('no');
  });

  test('blocked is never near', () => {
    expect(wasChanged(listedGb(0), { limitGb: 0.001 }, limitFromGb(10))).not.toBe('yes');
    expect(wasChanged(listedGb(0.001), { limitGb: 0 }, limitFromGb(10))).not.toBe('yes');
  });
});
