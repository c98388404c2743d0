import { z } from 'zod';

/**
 * The bounds of what crosses to or from a window, a file or the API. A time beyond Date's range throws where it is formatted,
 * and an endless text fills the memory.
 */

/** An exabyte. A larger figure cannot be traffic. */
export const mostGb = 1e9;

/** GB: finite, not negative, plausible. */
export const gbSchema = z.number().min(0).max(mostGb);

/** Epoch milliseconds that Date supports. */
export const momentSchema = z.number().min(0).max(8.64e15);

/** The vendor documents 64 letters, digits and underscores; any other name is still shown, as text. */
export const nameSchema = z.string().max(1_000);

/** `YYYY-MM-DD`, with an hour where the API sends one. */
export const dayTextSchema = z.string().max(32);

/** The id of something of ours, or a rule's name. */
export const keySchema = z.string().max(64);

/** A sentence of the vendor or of ours. */
export const messageSchema = z.string().max(1_000);

/** How many there are of something. */
export const countSchema = z.number().int().nonnegative();
