import { z } from 'zod';
import { subUserSchema } from './sub-user.ts';

/**
 * What can go wrong when the vendor's API is asked, so that later rooms can act on it.
 * `message` fields are the vendor's own words: text, never markup. Times are epoch milliseconds.
 */
export const apiFailureSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('bad-credentials') }),
  z.object({ kind: z.literal('signed-out') }),
  z.object({ kind: z.literal('not-found') }),
  z.object({ kind: z.literal('rejected'), status: z.number().int(), message: z.string().nullable() }),
  z.object({ kind: z.literal('rate-limited'), retryAt: z.number().nullable() }),
  z.object({
    kind: z.literal('unreachable'),
    reason: z.enum(['offline', 'name-not-found', 'refused', 'tls', 'proxy', 'redirected', 'connection-lost']),
  }),
  z.object({ kind: z.literal('timed-out') }),
  z.object({ kind: z.literal('server-fault'), status: z.number().int() }),
  z.object({ kind: z.literal('not-understood'), reason: z.enum(['not-json', 'html', 'too-large', 'shape']) }),
  z.object({ kind: z.literal('cancelled') }),
]);
export type ApiFailure = z.infer<typeof apiFailureSchema>;

/** What can go wrong before a command reaches the API: refused at the boundary, or by the rules of sign-in. */
export const commandFailureSchema = z.discriminatedUnion('kind', [
  ...apiFailureSchema.options,
  z.object({ kind: z.literal('invalid-input'), problems: z.array(z.string()) }),
  z.object({ kind: z.literal('unknown-command') }),
  z.object({ kind: z.literal('forbidden-sender') }),
  z.object({ kind: z.literal('internal') }),
  /** One job at a time: another one is running. */
  z.object({ kind: z.literal('busy') }),
  /** A file could not be written: why, in the system's short code (`EACCES`, `ENOSPC`). */
  z.object({ kind: z.literal('not-saved'), code: z.string() }),
  /** No browser could be opened: where to go. */
  z.object({ kind: z.literal('not-opened'), address: z.string() }),
  /** The account's main user is neither disabled nor deleted: that would lock the account out. */
  z.object({ kind: z.literal('main-user') }),
  /** The sub-user is another one than the form was opened on: what it is now. */
  z.object({ kind: z.literal('changed-on-server'), now: subUserSchema }),
  /** A write without a clear answer is never sent again: the list was read instead, and tells whether it was done. */
  z.object({
    kind: z.literal('unclear-write'),
    cause: apiFailureSchema,
    done: z.enum(['yes', 'no', 'unknown']),
  }),
]);
export type CommandFailure = z.infer<typeof commandFailureSchema>;

/** A value, or a failure that the caller must look at. Nothing that crosses a room's edge throws. */
export type Outcome<Value, Failure = ApiFailure> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: Failure };

export function succeeded<Value>(value: Value): { ok: true; value: Value } {
  return { ok: true, value };
}

export function failed<Failure>(failure: Failure): { ok: false; failure: Failure } {
  return { ok: false, failure };
}
