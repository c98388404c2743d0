import type { SubUser } from '../../../electron/contract/sub-user.ts';

/** Holds how the account's traffic is allocated, in GB and for the calendar month. */
export type Allocation = {
  /** The sum of the limits of sub-users that can run. Lifetime ones are left out, since their limits are not monthly. */
  limitsGb: number;
  limited: number;
  unlimited: SubUser[];
  blocked: number;
  /** The number of lifetime sub-users, which the sum leaves out. */
  lifetime: number;
  unknown: number;
  /** What the sub-users used this month, without lifetime ones, for which the API reports all-time traffic only. */
  usedGb: number;
  /** What the account used beyond that; null if its total is unknown, 0 if it used less. */
  beyondGb: number | null;
};

/** Sums the limits and the traffic of the list, and compares them with the account's total. */
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
