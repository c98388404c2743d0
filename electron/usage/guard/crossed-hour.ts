import type { UsagePoint } from '../../contract/usage.ts';

/**
 * Returns the hour of a day, of 0 to 23, in which its traffic went beyond a cap; null where the steps of a series are no hours,
 * or do not reach it.
 */
export function crossedHour(points: readonly UsagePoint[], day: string, capGb: number): number | null {
  const hours = points
    .filter(({ at }) => at.startsWith(`${day} `))
    .map(({ at, trafficGb }) => ({ hour: Number(at.slice(day.length + 1)), trafficGb }))
    .sort((one, other) => one.hour - other.hour);
  let usedGb = 0;
  for (const { hour, trafficGb } of hours) {
    usedGb += trafficGb;
    if (usedGb > capGb) return hour;
  }
  return null;
}
