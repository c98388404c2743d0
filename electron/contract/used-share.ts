import type { Limit } from './limit.ts';

/** Below the first share all is well, from the second on it is nearly over: in the tray and in every window. */
export const warningShare = 0.8;
export const criticalShare = 0.95;

/** The share of the limit that is used, 0.5 for a half; null where there is no such share. */
export function usedShare(trafficGb: number | null, limit: Limit): number | null {
  return limit.kind === 'gb' && trafficGb !== null ? trafficGb / limit.limitGb : null;
}
