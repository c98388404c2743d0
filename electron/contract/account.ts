import { z } from 'zod';

/** The API's `user_id`. State and files are keyed by it. */
export const accountIdSchema = z.string().regex(/^[A-Za-z0-9-]{1,64}$/);
export type AccountId = z.infer<typeof accountIdSchema>;

/** How the sign-in outlives this run: by the system's keyring, by the person's opt-in without one, or not at all. */
export const rememberedSchema = z.enum(['keyring', 'unprotected', 'this-run']);
export type Remembered = z.infer<typeof rememberedSchema>;

/** Why nobody is signed in. It decides what the sign-in screen explains. */
export const signedOutReasonSchema = z.enum([
  'never-signed-in',
  'signed-out',
  'refused',
  'secret-unreadable',
  'keyring-silent',
]);
export type SignedOutReason = z.infer<typeof signedOutReasonSchema>;

/** Who is signed in, as a window sees it: no secret in it. */
export const sessionViewSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('restoring') }),
  z.object({
    kind: z.literal('signed-out'),
    reason: signedOutReasonSchema,
    /** The last main user's name, to fill in the form. */
    username: z.string().nullable(),
  }),
  z.object({
    kind: z.literal('signed-in'),
    username: z.string(),
    accountId: accountIdSchema,
    remembered: rememberedSchema,
  }),
]);
export type SessionView = z.infer<typeof sessionViewSchema>;

/** `none`: secrets stay in memory for this run. `silent`: a keyring is there and does not answer. */
export const keyringSchema = z.enum(['unknown', 'available', 'none', 'silent']);
export type Keyring = z.infer<typeof keyringSchema>;
