import { type Limit, limitFromGb, roundedGb } from '../contract/limit.ts';
import type { SubUser } from '../contract/sub-user.ts';
import type { NewSubUser, SubUserChanges } from '../contract/sub-user-changes.ts';

// Optimistic update and reconcile: a write shows at once, and the next list confirms or corrects it.

/** Returns a sub-user after an accepted change, until the next refresh confirms it. */
export function changedSubUser(subUser: SubUser, changes: SubUserChanges): SubUser {
  return {
    ...subUser,
    ...(changes.limitGb !== undefined && { limit: limitFromGb(changes.limitGb) }),
    ...(changes.lifetime !== undefined && { lifetime: changes.lifetime }),
    ...(changes.disablesAtLimit !== undefined && { disablesAtLimit: changes.disablesAtLimit }),
    ...(changes.status !== undefined && { status: changes.status }),
    // Active sub-users are listed. Whether a disabled one is, the next answer shows.
    ...(changes.status === 'active' && { listed: true }),
  };
}

/** Returns a sub-user that was just created: it has used nothing. */
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

/**
 * Reconciles a change whose answer was unclear with the list: was it carried out? A new password is not visible. `before` is
 * the limit that the change replaced, if it is known.
 */
export function wasChanged(
  listed: SubUser | undefined,
  changes: SubUserChanges,
  before: Limit | null = null,
): 'yes' | 'no' | 'unknown' {
  if (changes.password !== undefined) return 'unknown';
  // Not listed as active: either the request was carried out or something else happened. Only disabling
  // explains it.
  if (listed === undefined) return changes.status === 'disabled' ? 'yes' : 'unknown';
  const wanted = changedSubUser(listed, changes);
  const reached = isLimitReached(listed.limit, wanted.limit, before);
  if (sameState(listed, { ...wanted, limit: reached ? listed.limit : wanted.limit })) return 'yes';
  // Another client changed the limit since, before or after this change was carried out.
  return !reached && before !== null && !sameLimit(listed.limit, before) ? 'unknown' : 'no';
}

/** Half of the last digit, if the server keeps two. */
const toleranceGb = 0.005;

/** Returns whether a listed limit is the one that was sent, as the server may have rounded it. */
function isLimitReached(listed: Limit, sent: Limit, before: Limit | null): boolean {
  if (sameLimit(listed, sent)) return true;
  if (listed.kind !== 'gb' || sent.kind !== 'gb') return false;
  const near = Math.abs(listed.limitGb - sent.limitGb) <= toleranceGb * (1 + Number.EPSILON);
  // A change below the tolerance is carried out only if something moved.
  return near && (before === null || !sameLimit(listed, before));
}

/** Returns whether two limits are the same, but for the noise of binary fractions. */
export function sameLimit(one: Limit, other: Limit): boolean {
  if (one.kind !== 'gb' || other.kind !== 'gb') return one.kind === other.kind;
  return roundedGb(one.limitGb) === roundedGb(other.limitGb);
}

/** Returns whether two readings agree in all that a user can change. */
export function sameState(
  one: Pick<SubUser, 'status' | 'limit' | 'lifetime' | 'disablesAtLimit'>,
  other: Pick<SubUser, 'status' | 'limit' | 'lifetime' | 'disablesAtLimit'>,
): boolean {
  return (
    one.status === other.status &&
    one.lifetime === other.lifetime &&
    one.disablesAtLimit === other.disablesAtLimit &&
    sameLimit(one.limit, other.limit)
  );
}
