import type { SubUser } from '../../../electron/contract/sub-user.ts';

/** How the account's traffic is given out. All in GB, all for the calendar month. */
export type Allocation = {
  /** The sum of the limits of sub-users that can run, without lifetime ones: theirs are not for a month. */
  limitsGb: number;
  limited: number;
  unlimited: SubUser[];
  blocked: number;
  /** Left out of the sum: lifetime ones, and those whose limit is not known. */
  lifetime: number;
  unknown: number;
  /** What the sub-users used in this month, without lifetime ones: the API tells only their whole lives. */
  usedGb: number;
  /** What the account used beyond that; null where its total is not known, 0 where it used less. */
  beyondGb: number | null;
};

/** Adds up the limits and the traffic of the list beside the account's own total. */
export function allocationOf(subUsers: readonly SubUser[], totalGb: number | null): Allocation {
  const running = subUsers.filter(({ status }) => status !== 'disabled');
  const monthly = running.filter(({ lifetime }) => lifetime !== true);
  const limits = monthly.flatMap(({ limit }) => (limit.kind === 'gb' ? [limit.limitGb] : []));
  const usedGb = subUsers
    .filter(({ lifetime }) => lifetime !== true)
    .reduce((sum, { trafficGb }) => sum + (trafficGb ?? 0), 0);
  return {
    limitsGb: limits.reduce((sum, limitGb) => sum + limitGb, 0),
    limited: limits.length,
    unlimited: running.filter(({ limit }) => limit.kind === 'unlimited'),
    blocked: subUsers.filter(({ limit }) => limit.kind === 'blocked').length,
    lifetime: running.length - monthly.length,
    unknown: monthly.filter(({ limit }) => limit.kind === 'unknown').length,
    usedGb,
    beyondGb: totalGb === null ? null : Math.max(0, totalGb - usedGb),
  };
}
