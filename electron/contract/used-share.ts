import type { Limit } from './limit.ts';

/**
 * From the first share on, a limit shows as nearly used up; from the second, as almost gone. The tray and every window
 * agree.
 */
export const warningShare = 0.8;
export const criticalShare = 0.95;

/**
 * Decimal figures are not exact in binary: 2.09 of 2.2 is 94.99999999999999 %. This is above that error, and below the last
 * digit that the API sends of any traffic.
 */
const floatError = 1e-12;

/** Returns the used share of a limit (0.5 for half), or null if there is none. */
export function usedShare(trafficGb: number | null, limit: Limit): number | null {
  return limit.kind === 'gb' && trafficGb !== null ? trafficGb / limit.limitGb : null;
}

/** Returns whether traffic has reached a percentage of a limit; exactly reached is reached. */
export function reaches(usedGb: number, percent: number, limitGb: number): boolean {
  return usedGb * 100 >= percent * limitGb * (1 - floatError);
}

/** Returns a share in whole percent, rounded down. */
export function wholePercent(share: number): number {
  return Math.floor(share * 100 * (1 + floatError));
}
