import type { GuardView } from './guard-view.ts';
import type { Limit } from './limit.ts';
import type { SubUser } from './sub-user.ts';

/** Returns the own limits of the sub-users for which Guard keeps a lower one. */
export function ownLimitsOf(guard: Pick<GuardView, 'held'> | null): ReadonlyMap<number, Limit> {
  const held = guard?.held ?? [];
  return new Map(
    held
      .filter(({ cap, packsLeftGb, paused }) => (cap !== null || packsLeftGb !== null) && !paused.limit)
      .map(({ id, own }) => [id, own.limit]),
  );
}

/**
 * Returns sub-users with their own limits, by which shares and attention go: a day's cap is nearly used on each busy day. Rows
 * without a cap, and a list without any, stay the same objects.
 */
export function withOwnLimits(
  subUsers: readonly SubUser[],
  own: ReadonlyMap<number, Limit>,
): readonly SubUser[] {
  if (own.size === 0) return subUsers;
  return subUsers.map((each) => {
    const limit = own.get(each.id);
    return limit === undefined ? each : { ...each, limit };
  });
}
