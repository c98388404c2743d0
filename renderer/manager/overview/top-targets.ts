import type { TargetTraffic } from '../../../electron/contract/usage.ts';

/** A target with its traffic today, and its share of all that was read. */
export type TopTarget = { target: string; trafficGb: number; share: number };

/** Returns the targets with the most traffic of several sub-users together. */
export function topTargets(read: readonly TargetTraffic[], most: number): TopTarget[] {
  const sums = new Map<string, number>();
  for (const { targets } of read)
    for (const { target, trafficGb } of targets) sums.set(target, (sums.get(target) ?? 0) + (trafficGb ?? 0));
  const totalGb = [...sums.values()].reduce((sum, gb) => sum + gb, 0);
  return [...sums]
    .map(([target, trafficGb]) => ({ target, trafficGb, share: totalGb === 0 ? 0 : trafficGb / totalGb }))
    .filter(({ trafficGb }) => trafficGb > 0)
    .sort((one, other) => other.trafficGb - one.trafficGb)
    .slice(0, most);
}
