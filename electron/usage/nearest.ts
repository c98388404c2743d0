import type { SubUser } from '../contract/sub-user.ts';
import { usedShare, warningShare } from '../contract/used-share.ts';

/** Counts the sub-users that can still use traffic and have reached their limit, and those near it. */
export function countedByLimit(subUsers: readonly SubUser[]): { over: number; near: number } {
  const counts = { over: 0, near: 0 };
  for (const { status, trafficGb, limit } of subUsers) {
    const share = usedShare(trafficGb, limit);
    if (status === 'disabled' || share === null || share < warningShare) continue;
    if (share >= 1) counts.over += 1;
    else counts.near += 1;
  }
  return counts;
}

/**
 * Returns the sub-users to show at a glance: those that can still use traffic, nearest to their limit first,
 * then those without a limit by traffic. One pass, so that 20,000 cost little.
 */
export function nearestToLimit(subUsers: readonly SubUser[], count: number): SubUser[] {
  const top: { subUser: SubUser; rank: number }[] = [];
  for (const subUser of subUsers) {
    if (subUser.status === 'disabled' || subUser.limit.kind === 'blocked') continue;
    const rank = limitRank(subUser);
    if (top.length === count && rank <= (top[count - 1]?.rank ?? 0)) continue;
    const place = top.findIndex((other) => other.rank < rank);
    top.splice(place === -1 ? top.length : place, 0, { subUser, rank });
    top.length = Math.min(top.length, count);
  }
  return top.map(({ subUser }) => subUser);
}

/** Returns a rank: above 0 a share of a limit, below 0 no limit, ordered by traffic. */
export function limitRank({ trafficGb, limit }: SubUser): number {
  const share = usedShare(trafficGb, limit);
  return share ?? -1 / (1 + (trafficGb ?? 0));
}
