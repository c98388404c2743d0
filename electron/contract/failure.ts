import { z } from 'zod';
import { keySchema, messageSchema, momentSchema, nameSchema } from './bounds.ts';
import { subUserSchema } from './sub-user.ts';

/** Lists why no connection came to an answer. */
export const unreachableReasons = [
  'offline',
  'name-not-found',
  'refused',
  'no-route',
  'certificate',
  'tls',
  'proxy',
  'redirected',
  'connection-lost',
] as const;

/**
 * Lists how a request to the vendor's API can fail, by what a caller can do about it. `message` fields are the vendor's own
 * words: text, never markup.
 */
export const apiFailureSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('bad-credentials') }),
  z.object({ kind: z.literal('signed-out') }),
  /** The API refused the saved sign-in once. Oxygauge asks once more before it ends the session. */
  z.object({ kind: z.literal('renewal-refused') }),
  z.object({ kind: z.literal('not-found') }),
  z.object({ kind: z.literal('rejected'), status: z.number().int(), message: messageSchema.nullable() }),
  z.object({ kind: z.literal('rate-limited'), retryAt: momentSchema.nullable() }),
  z.object({
    kind: z.literal('unreachable'),
    reason: z.enum(unreachableReasons),
  }),
  z.object({ kind: z.literal('timed-out') }),
  z.object({ kind: z.literal('server-fault'), status: z.number().int() }),
  z.object({ kind: z.literal('not-understood'), reason: z.enum(['not-json', 'html', 'too-large', 'shape']) }),
  z.object({ kind: z.literal('cancelled') }),
]);
export type ApiFailure = z.infer<typeof apiFailureSchema>;

const writeDoneSchema = z.enum(['yes', 'no', 'exists', 'unknown', 'checking']);

/** Holds a write to a sub-user without a clear answer, and what the list shows about it, while it is checked and after. */
export const writeCheckSchema = z.object({
  id: keySchema,
  username: nameSchema,
  cause: apiFailureSchema,
  done: writeDoneSchema,
});
export type WriteCheck = z.infer<typeof writeCheckSchema>;

/** Lists how a command can fail before it reaches the API: at the boundary, or by the rules of sign-in. */
export const commandFailureSchema = z.discriminatedUnion('kind', [
  ...apiFailureSchema.options,
  z.object({ kind: z.literal('invalid-input'), problems: z.array(messageSchema).max(100) }),
  /** The text that was entered as the main user's name cannot be one. */
  z.object({ kind: z.literal('bad-username'), reason: z.enum(['empty', 'colon']) }),
  z.object({ kind: z.literal('unknown-command') }),
  z.object({ kind: z.literal('forbidden-sender') }),
  z.object({ kind: z.literal('internal') }),
  /** Another job is running; there is one at a time. */
  z.object({ kind: z.literal('busy') }),
  /** The command came too often. It may be sent again after these seconds. */
  z.object({ kind: z.literal('too-many'), waitSeconds: z.number().int().min(1).max(60) }),
  /** Another dialog for a file is open; there is one at a time. */
  z.object({ kind: z.literal('dialog-open') }),
  /** A file could not be written. `code` is the system's (`EACCES`, `ENOSPC`). */
  z.object({ kind: z.literal('not-saved'), code: messageSchema }),
  /** No browser could be opened. `address` is the page to open by hand. */
  z.object({ kind: z.literal('not-opened'), address: messageSchema }),
  /** The account's main user is never disabled or deleted: that would lock the customer out. */
  z.object({ kind: z.literal('main-user') }),
  /** The sub-user has changed since the form was opened. `now` is its current state. */
  z.object({ kind: z.literal('changed-on-server'), now: subUserSchema }),
  /**
   * A write had no clear answer. It is never sent again: the list was read instead, and shows whether it was carried out.
   * `exists`: the sub-user is there, but another client may have created it, so its password is not certain. `checking`: the
   * server may be late, and `check` in the slice `checks` gets the last word.
   */
  z.object({
    kind: z.literal('unclear-write'),
    cause: apiFailureSchema,
    done: writeDoneSchema,
    check: keySchema.optional(),
  }),
  /** A task of before is open: it was interrupted, or holds passwords that were not saved. */
  z.object({ kind: z.literal('job-open') }),
  /** Another account of the profile is this one, or there are as many as there may be. */
  z.object({ kind: z.literal('already-added') }),
  z.object({ kind: z.literal('account-limit') }),
  /** The keyring does not answer, and holds what is needed. */
  z.object({ kind: z.literal('keyring-silent') }),
]);
export type CommandFailure = z.infer<typeof commandFailureSchema>;

/** Holds a value, or a failure that the caller must handle. Nothing throws across a room's edge. */
export type Outcome<Value, Failure = ApiFailure> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: Failure };

export function succeeded<Value>(value: Value): { ok: true; value: Value } {
  return { ok: true, value };
}

export function failed<Failure>(failure: Failure): { ok: false; failure: Failure } {
  return { ok: false, failure };
}
