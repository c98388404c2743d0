import type { Limit } from './limit.ts';

/** The share of the limit that is used, 0.5 for a half; null where there is no such share. */
export function usedShare(trafficGb: number | null, limit: Limit): number | null {
  return limit.kind === 'gb' && trafficGb !== null ? trafficGb / limit.limitGb : null;
}
