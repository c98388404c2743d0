import type { Guarded, GuardedPart } from '../../contract/guard-journal.ts';
import type { Limit } from '../../contract/limit.ts';
import type { SubUser } from '../../contract/sub-user.ts';
import { sameLimit } from '../written.ts';

/** Half of the last digit, if the server keeps two. */
const toleranceGb = 0.005 * (1 + Number.EPSILON);

/**
 * Returns what the list shows of a sub-user; null where it is not clear. One that is no longer listed counts as disabled, with
 * its limit as it was.
 */
export function guardedOf(row: SubUser, left: Guarded | null): Guarded | null {
  if (!row.listed && left !== null) return { ...left, status: 'disabled' };
  const { limit, disablesAtLimit, status } = row;
  if (limit.kind === 'unknown' || disablesAtLimit === null || status === 'unknown') return null;
  return { limit, disablesAtLimit, status };
}

/** Returns whether two agree in a part. The server may have rounded a limit. */
export function isSame(part: GuardedPart, one: Guarded, other: Guarded): boolean {
  if (part === 'status') return one.status === other.status;
  return one.disablesAtLimit === other.disablesAtLimit && isSameLimit(one.limit, other.limit);
}

export function isSameInAll(one: Guarded, other: Guarded): boolean {
  return isSame('limit', one, other) && isSame('status', one, other);
}

function isSameLimit(one: Limit, other: Limit): boolean {
  if (one.kind === 'gb' && other.kind === 'gb') return Math.abs(one.limitGb - other.limitGb) <= toleranceGb;
  return sameLimit(one, other);
}

/** Returns one with a part of another. */
export function withPart(part: GuardedPart, one: Guarded, from: Guarded): Guarded {
  if (part === 'status') return { ...one, status: from.status };
  return { ...one, limit: from.limit, disablesAtLimit: from.disablesAtLimit };
}

/** Returns whether the vendor disables a sub-user that has used this much. */
export function stopsAt({ limit, disablesAtLimit }: Guarded, usedGb: number): boolean {
  return disablesAtLimit && limit.kind === 'gb' && usedGb >= limit.limitGb - toleranceGb;
}

/** Returns the lower of two limits. */
export function lowerLimit(one: Limit, other: Limit): Limit {
  const gbOf = (limit: Limit) =>
    limit.kind === 'gb' ? limit.limitGb : limit.kind === 'blocked' ? 0 : Number.POSITIVE_INFINITY;
  return gbOf(other) < gbOf(one) ? other : one;
}
