import { z } from 'zod';

/**
 * A sub-user's traffic limit. The API's `null` is unlimited, `0` is "no more traffic allowed";
 * a missing or senseless value is unknown and never shown as either.
 */
export const limitSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('unlimited') }),
  z.object({ kind: z.literal('blocked') }),
  z.object({ kind: z.literal('gb'), limitGb: z.number().positive() }),
  z.object({ kind: z.literal('unknown') }),
]);
export type Limit = z.infer<typeof limitSchema>;

/** Reads the API's number or null. */
export function limitFromGb(limitGb: number | null): Limit {
  if (limitGb === null) return { kind: 'unlimited' };
  return limitGb === 0 ? { kind: 'blocked' } : { kind: 'gb', limitGb };
}
