import type { SubUser } from '../../../electron/contract/sub-user.ts';
import { usedShare } from '../../../electron/contract/used-share.ts';

/** Returns whether a limit is used up, or when it will be in this period; null if it lasts or there is none. */
export function runsOutOf(
  { trafficGb, limit }: SubUser,
  reachesAt: number | null,
): { kind: 'over' } | { kind: 'day'; at: number } | null {
  const share = usedShare(trafficGb, limit);
  if (share === null) return null;
  if (share >= 1) return { kind: 'over' };
  return reachesAt === null ? null : { kind: 'day', at: reachesAt };
}
