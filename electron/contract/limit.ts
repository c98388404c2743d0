import { z } from 'zod';
import { mostGb } from './bounds.ts';

/**
 * Describes a sub-user's traffic limit. The API's `null` is unlimited and `0` is blocked; a missing or invalid value is
 * unknown, and never shown as either.
 */
export const limitSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('unlimited') }),
  z.object({ kind: z.literal('blocked') }),
  z.object({ kind: z.literal('gb'), limitGb: z.number().positive().max(mostGb) }),
  z.object({ kind: z.literal('unknown') }),
]);
export type Limit = z.infer<typeof limitSchema>;

/** Converts the API's number or null. */
export function limitFromGb(limitGb: number | null): Limit {
  if (limitGb === null) return { kind: 'unlimited' };
  return limitGb === 0 ? { kind: 'blocked' } : { kind: 'gb', limitGb };
}

/** A kilobyte. Sums of decimal fractions have noise below it (0.1 + 0.2), which must not be sent. */
const digits = 6;

/** Returns GB as they are sent: without the noise of binary fractions. */
export function roundedGb(gb: number): number {
  const rounded = Number(gb.toFixed(digits));
  // A limit that is smaller than the last digit must not become 0, which blocks.
  return rounded === 0 ? gb : rounded;
}
