import { z } from 'zod';
import { gbSchema, momentSchema, mostGb, nameSchema } from './bounds.ts';
import { commandFailureSchema } from './failure.ts';
import { limitSchema } from './limit.ts';
import { subUserIdSchema } from './sub-user.ts';
import { newPasswordSchema, newSubUserSchema } from './sub-user-changes.ts';

/** The most sub-users in one job. */
export const mostAtOnce = 20_000;

const idsSchema = z.array(subUserIdSchema).min(1).max(mostAtOnce);

/** The most passwords that are kept at once: a keyring takes some 20 ms for each. */
export const mostKeptAtOnce = 500;

/** Describes what can be changed for many sub-users at once. `add` raises each limit by that many GB. */
export const bulkChangeSchema = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('limit'), limitGb: gbSchema.nullable() }),
  z.strictObject({ what: z.literal('add'), gb: z.number().positive().max(mostGb) }),
  z.strictObject({ what: z.literal('status'), status: z.enum(['active', 'disabled']) }),
  z.strictObject({ what: z.literal('disables-at-limit'), disablesAtLimit: z.boolean() }),
]);
export type BulkChange = z.infer<typeof bulkChangeSchema>;

/** Describes one of many new sub-users. A null password is generated. */
export const plannedSubUserSchema = newSubUserSchema.extend({ password: newPasswordSchema.nullable() });
export type PlannedSubUser = z.infer<typeof plannedSubUserSchema>;

/** Describes the tasks of many requests that a window can order. `confirmed` is the number that the user typed. */
export const jobOrderSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('change'), ids: idsSchema, change: bulkChangeSchema }),
  z
    .strictObject({
      kind: z.literal('delete'),
      ids: idsSchema,
      confirmed: z.number(),
    })
    .refine(({ ids, confirmed }) => ids.length === confirmed),
  z.strictObject({
    kind: z.literal('create'),
    subUsers: z.array(plannedSubUserSchema).min(1).max(mostAtOnce),
  }),
  /** Reads this month's days, summed over all sub-users. */
  z.strictObject({ kind: z.literal('month-days') }),
  /** Reads what the plan's cycle has used, from the custom ranges of all sub-users. */
  z.strictObject({ kind: z.literal('plan-cycle') }),
]);
export type JobOrder = z.infer<typeof jobOrderSchema>;

/** Describes what a job does, without its sub-users. Their number completes the title. */
export const jobTaskSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('change'), change: bulkChangeSchema }),
  z.object({ kind: z.enum(['delete', 'create', 'month-days', 'plan-cycle']) }),
]);
export type JobTask = z.infer<typeof jobTaskSchema>;

/**
 * Describes why it ended like this for one sub-user. `failure` holds what went wrong with the request, or that it may have
 * arrived.
 */
export const jobReasonSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.enum([
      'already-set',
      'not-listed',
      'unlimited',
      'limit-unknown',
      'exists',
      'duplicate',
      'main-user',
      'cancelled',
      'signed-out',
      /** Oxygauge ended before it was sent, or the list could not be read. */
      'interrupted',
      /** Oxygauge ended after it was sent and before the answer. */
      'cut-off',
      /** The sub-user exists, but another client may have created it. */
      'password-uncertain',
      /** The password of the file is not kept where there is no keyring. */
      'password-lost',
    ]),
  }),
  /** Another client changed the limit since the order, so it was left alone. */
  z.object({ kind: z.literal('changed-meanwhile'), was: limitSchema, now: limitSchema }),
  z.object({ kind: z.literal('failure'), failure: commandFailureSchema }),
]);
export type JobReason = z.infer<typeof jobReasonSchema>;

/**
 * Describes how it ended for one sub-user. `uncertain`: it exists, but its password may be another one; `unknown`: sent
 * without a clear answer, and the list did not show it either.
 */
export const jobResultSchema = z.object({
  username: nameSchema,
  id: subUserIdSchema.nullable(),
  outcome: z.enum(['done', 'uncertain', 'skipped', 'failed', 'unknown', 'not-sent']),
  /** Null if there is nothing to add. */
  reason: jobReasonSchema.nullable(),
});
export type JobResult = z.infer<typeof jobResultSchema>;

/** Describes a job to a window, without passwords. Times are epoch milliseconds. */
export const jobViewSchema = z.object({
  task: jobTaskSchema,
  /** The number of sub-users in it. */
  total: z.number().int().nonnegative(),
  finished: z.number().int().nonnegative(),
  /** How many of the finished ones failed. */
  failed: z.number().int().nonnegative(),
  /** `interrupted`: Oxygauge ended before the job did, or could not read the list. The user continues or closes it. */
  state: z.enum(['running', 'cancelling', 'ended', 'cancelled', 'signed-out', 'interrupted']),
  /** How long the rest will take at the current pace; null if that is unknown. */
  remainingMs: z.number().nonnegative().nullable(),
  /** All requests are over, and the list is read until it shows what became of those without a clear answer. */
  checking: z.boolean(),
  /** The API asked to wait until this time. */
  waitsUntil: momentSchema.nullable(),
  /** Empty while the job runs. */
  results: z.array(jobResultSchema),
  /** The number of generated passwords that were not saved yet. Closing the job loses them. */
  unsavedPasswords: z.number().int().nonnegative(),
});
export type JobView = z.infer<typeof jobViewSchema>;
