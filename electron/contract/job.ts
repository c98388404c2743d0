import { z } from 'zod';
import { subUserIdSchema } from './sub-user.ts';
import { newPasswordSchema, newSubUserSchema } from './sub-user-changes.ts';

/** As many as one job may hold. */
export const mostAtOnce = 20_000;

const idsSchema = z.array(subUserIdSchema).min(1).max(mostAtOnce);

/** What can be changed of many at once. `add` raises each one's own limit by so many GB. */
export const manyChangeSchema = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('limit'), limitGb: z.number().min(0).nullable() }),
  z.strictObject({ what: z.literal('add'), gb: z.number().positive() }),
  z.strictObject({ what: z.literal('status'), status: z.enum(['active', 'disabled']) }),
  z.strictObject({ what: z.literal('disables-at-limit'), disablesAtLimit: z.boolean() }),
]);
export type ManyChange = z.infer<typeof manyChangeSchema>;

/** A new sub-user of many: null is a password that the app makes. */
export const plannedSubUserSchema = newSubUserSchema.extend({ password: newPasswordSchema.nullable() });
export type PlannedSubUser = z.infer<typeof plannedSubUserSchema>;

/** What a window can ask for that takes many requests. `confirmed` is the number that the person typed. */
export const jobOrderSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('change'), ids: idsSchema, change: manyChangeSchema }),
  z
    .strictObject({ kind: z.literal('delete'), ids: idsSchema, confirmed: z.number().int() })
    .refine(({ ids, confirmed }) => ids.length === confirmed, 'The number typed is another one.'),
  z.strictObject({
    kind: z.literal('create'),
    subUsers: z.array(plannedSubUserSchema).min(1).max(mostAtOnce),
  }),
  /** This month's days summed over all sub-users. */
  z.strictObject({ kind: z.literal('month-days') }),
  /** What the plan's own cycle has used, from all sub-users' custom ranges. */
  z.strictObject({ kind: z.literal('plan-cycle') }),
]);
export type JobOrder = z.infer<typeof jobOrderSchema>;
export type JobKind = JobOrder['kind'];

/** How it ended for one sub-user. `unknown`: sent, without a clear answer, and the list could not tell either. */
export const jobResultSchema = z.object({
  username: z.string(),
  id: subUserIdSchema.nullable(),
  outcome: z.enum(['done', 'skipped', 'failed', 'unknown', 'not-sent']),
  /** Why, in words; empty where there is nothing to add. */
  detail: z.string(),
});
export type JobResult = z.infer<typeof jobResultSchema>;

/** One job as a window sees it; no password is in it. Times are epoch milliseconds. */
export const jobViewSchema = z.object({
  kind: z.enum(['change', 'delete', 'create', 'month-days', 'plan-cycle']),
  title: z.string(),
  total: z.number().int().nonnegative(),
  finished: z.number().int().nonnegative(),
  /** Of the finished ones, those that did not go well. */
  failed: z.number().int().nonnegative(),
  state: z.enum(['running', 'cancelling', 'ended', 'cancelled', 'signed-out']),
  /** How long the rest will take at the pace so far; null while that cannot be told. */
  remainingMs: z.number().nonnegative().nullable(),
  /** The API asked to wait until then. */
  waitsUntil: z.number().nullable(),
  /** Empty while it runs. */
  results: z.array(jobResultSchema),
  /** Passwords that were made here and are in no report yet: closing loses them. */
  unsavedPasswords: z.number().int().nonnegative(),
});
export type JobView = z.infer<typeof jobViewSchema>;
