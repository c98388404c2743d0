import { z } from 'zod';
import { nameSchema } from './bounds.ts';

/** Names an account: the API's `user_id`. State and files are keyed by it. */
export const accountIdSchema = z.string().regex(/^[A-Za-z0-9-]{1,64}$/);
export type AccountId = z.infer<typeof accountIdSchema>;

/** Says how long the sign-in lasts: in the system's keyring, in a file without one (opt-in), or in memory for this run. */
export const rememberedSchema = z.enum(['keyring', 'unprotected', 'this-run']);
export type Remembered = z.infer<typeof rememberedSchema>;

/** Lists why the user is signed out. The sign-in page explains each. */
export const signedOutReasonSchema = z.enum([
  'never-signed-in',
  'signed-out',
  'refused',
  'secret-unreadable',
  'keyring-silent',
]);
export type SignedOutReason = z.infer<typeof signedOutReasonSchema>;

/** Describes the session to a window. It holds no secret. */
export const sessionViewSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('restoring') }),
  z.object({
    kind: z.literal('signed-out'),
    reason: signedOutReasonSchema,
    /** The last main user's name, which prefills the form. */
    username: nameSchema.nullable(),
  }),
  z.object({
    kind: z.literal('signed-in'),
    username: nameSchema,
    accountId: accountIdSchema,
    remembered: rememberedSchema,
  }),
]);
export type SessionView = z.infer<typeof sessionViewSchema>;

/**
 * Says whether the system has a keyring. `none`: secrets stay in memory for this run; `silent`: one exists but does not
 * answer.
 */
export const keyringSchema = z.enum(['unknown', 'available', 'none', 'silent']);
export type Keyring = z.infer<typeof keyringSchema>;
