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

const momentPattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d:00\.000Z$/;

/**
 * `YYYY-MM-DD`, `YYYY-MM-DD HH` or `YYYY-MM-DD HH:MM` as epoch milliseconds, read as UTC; null for a day or an hour
 * that does not exist.
 */
export function readMoment(text: string): number | null {
  const [hour = '00', minute = '00'] = text.slice(11).split(':').filter(Boolean);
  const whole = `${text.slice(0, 10)}T${hour}:${minute}:00.000Z`;
  if (!momentPattern.test(whole)) return null;
  const at = Date.parse(whole);
  // Date.parse takes 30 February for 2 March, and hour 24 for the next day.
  return Number.isNaN(at) || new Date(at).getUTCDate() !== Number(whole.slice(8, 10)) ? null : at;
}
