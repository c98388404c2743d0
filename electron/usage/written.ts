import { limitFromGb } from '../contract/limit.ts';
import type { SubUser } from '../contract/sub-user.ts';
import type { NewSubUser, SubUserChanges } from '../contract/sub-user-changes.ts';

/** A sub-user after a change that the API accepted, until the next refresh confirms it. */
export function changedSubUser(subUser: SubUser, changes: SubUserChanges): SubUser {
  return {
    ...subUser,
    ...(changes.limitGb !== undefined && { limit: limitFromGb(changes.limitGb) }),
    ...(changes.lifetime !== undefined && { lifetime: changes.lifetime }),
    ...(changes.disablesAtLimit !== undefined && { disablesAtLimit: changes.disablesAtLimit }),
    ...(changes.status !== undefined && { status: changes.status }),
    // Active ones are listed; whether a disabled one stays in the list, the next answer tells.
    ...(changes.status === 'active' && { listed: true }),
  };
}

/** A sub-user that was just created: it has used nothing. */
export function createdSubUser(id: number, wanted: NewSubUser, now: number): SubUser {
  return {
    id,
    username: wanted.username,
    status: 'active',
    createdAt: now,
    trafficGb: 0,
    limit: limitFromGb(wanted.limitGb),
    disablesAtLimit: wanted.disablesAtLimit,
    lifetime: wanted.lifetime,
    listed: true,
  };
}

/** What the list says of a change whose answer was unclear. A new password shows nowhere. */
export function wasChanged(listed: SubUser | undefined, changes: SubUserChanges): 'yes' | 'no' | 'unknown' {
  if (changes.password !== undefined) return 'unknown';
  // Not in the list of active ones: what was asked, or something else. Only disabling explains it.
  if (listed === undefined) return changes.status === 'disabled' ? 'yes' : 'unknown';
  const wanted = changedSubUser(listed, changes);
  return sameState(listed, wanted) ? 'yes' : 'no';
}

/** Whether two readings agree in all that a person can change. */
export function sameState(
  one: Pick<SubUser, 'status' | 'limit' | 'lifetime' | 'disablesAtLimit'>,
  other: Pick<SubUser, 'status' | 'limit' | 'lifetime' | 'disablesAtLimit'>,
): boolean {
  return (
    one.status === other.status &&
    one.lifetime === other.lifetime &&
    one.disablesAtLimit === other.disablesAtLimit &&
    one.limit.kind === other.limit.kind &&
    limitGbOf(one) === limitGbOf(other)
  );
}

function limitGbOf({ limit }: Pick<SubUser, 'limit'>): number | null {
  return limit.kind === 'gb' ? limit.limitGb : null;
}
