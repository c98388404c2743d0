import { z } from 'zod';

/** An exabyte. A figure beyond it is not traffic. */
const mostGb = 1e9;

/** GB as the API reports them: finite, not negative, believable. */
export const gbSchema = z.number().min(0).max(mostGb);

/** A figure, or null where the API did not tell one: missing, of another type, NaN-like, negative or absurd. */
export const gbOrUnknown = gbSchema.nullable().catch(null).default(null);

export const countSchema = z.number().int().nonnegative();
export const countOrUnknown = countSchema.nullable().catch(null).default(null);

/** `YYYY-MM-DD`, of a day that exists. */
export const daySchema = z.iso.date();
export const dayOrUnknown = daySchema.nullable().catch(null).default(null);
