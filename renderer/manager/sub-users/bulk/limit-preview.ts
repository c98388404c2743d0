import { type Limit, limitFromGb, roundedGb } from '../../../../electron/contract/limit.ts';
import type { SubUser } from '../../../../electron/contract/sub-user.ts';
import { usedShare } from '../../../../electron/contract/used-share.ts';

/** What is done with the limits of many: one for all, or some GB more for each. */
export type LimitChange = { kind: 'set'; limitGb: number | null } | { kind: 'add'; gb: number };

/** Holds a sub-user's limit before and after; `after` is null where it is left alone. */
export type LimitStep = { subUser: SubUser; after: Limit | null };

/** Returns what a change means for each sub-user, and how many would be over their new limit at once. */
export function limitSteps(
  subUsers: readonly SubUser[],
  change: LimitChange,
): { steps: LimitStep[]; over: number; skipped: number } {
  const steps = subUsers.map((subUser) => ({ subUser, after: limitAfter(subUser.limit, change) }));
  const over = steps.filter(({ subUser, after }) => after !== null && isOver(subUser, after)).length;
  return { steps, over, skipped: steps.filter(({ after }) => after === null).length };
}

function limitAfter(limit: Limit, change: LimitChange): Limit | null {
  if (change.kind === 'set') return limitFromGb(change.limitGb);
  if (limit.kind === 'gb') return limitFromGb(roundedGb(limit.limitGb + change.gb));
  return limit.kind === 'blocked' ? limitFromGb(change.gb) : null;
}

function isOver({ trafficGb }: SubUser, after: Limit): boolean {
  if (after.kind === 'blocked') return (trafficGb ?? 0) > 0;
  return (usedShare(trafficGb, after) ?? 0) >= 1;
}
