import { z } from 'zod';
import { gbSchema } from '../contract/bounds.ts';

/** Reads a figure; null where it is missing, of another type, negative, not finite or absurdly large. */
export const gbOrUnknown = gbSchema.nullable().catch(null).default(null);

export const countSchema = z.number().int().nonnegative();
export const countOrUnknown = countSchema.nullable().catch(null).default(null);

/** Accepts `YYYY-MM-DD` of a day that exists. */
export const daySchema = z.iso.date();
export const dayOrUnknown = daySchema.nullable().catch(null).default(null);

const momentPattern = /^(\d{4})-(\d\d)-(\d\d)(?: (\d\d)(?::(\d\d))?)?$/;

/**
 * Reads `YYYY-MM-DD`, `YYYY-MM-DD HH` or `YYYY-MM-DD HH:MM` as UTC epoch milliseconds; null for a day or an
 * hour that does not exist.
 */
export function readMoment(text: string): number | null {
  const parts = momentPattern.exec(text);
  if (parts === null) return null;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const [hour, minute] = [Number(parts[4] ?? 0), Number(parts[5] ?? 0)];
  if (hour > 23 || minute > 59) return null;
  const at = Date.UTC(year, month - 1, day, hour, minute);
  const read = new Date(at);
  // Date.UTC reads 30 February as 2 March, and the year 50 as 1950.
  return read.getUTCDate() === day && read.getUTCMonth() === month - 1 && read.getUTCFullYear() === year
    ? at
    : null;
}
