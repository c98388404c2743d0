import { z } from 'zod';
import { dayTextSchema, gbSchema, keySchema, momentSchema, nameSchema } from './bounds.ts';
import { apiFailureSchema } from './failure.ts';
import { guardRuleSchema } from './guard.ts';
import { limitSchema } from './limit.ts';
import { subUserIdSchema } from './sub-user.ts';

/** Describes what Guard may change of a sub-user. */
export const guardedSchema = z.object({
  limit: limitSchema,
  disablesAtLimit: z.boolean(),
  status: z.enum(['active', 'disabled']),
});
export type Guarded = z.infer<typeof guardedSchema>;

/** The two parts that are compared and paused apart: the limit with what happens at it, and the status. */
const partSchema = z.enum(['limit', 'status']);
export type GuardedPart = z.infer<typeof partSchema>;

/** Describes what a limit of Guard counts from. `period` is the vendor's (`YYYY-MM-DD`), or `lifetime`; GB. */
export const grantSchema = z.object({
  /** A daily cap's: its day in its zone, and what was used when it began. */
  cap: z.object({ day: dayTextSchema, period: dayTextSchema, baseGb: gbSchema, at: momentSchema }).nullable(),
  /** What was left of each pack, by its id, when `baseGb` was used. */
  packs: z
    .object({
      period: dayTextSchema,
      baseGb: gbSchema,
      leftGb: z.record(keySchema, gbSchema),
      /** The same of packs that are not valid: a clock that is set back makes them so again. */
      goneGb: z.record(keySchema, gbSchema),
    })
    .nullable(),
});
export type Grant = z.infer<typeof grantSchema>;

export const noGrant: Grant = { cap: null, packs: null };

/** Why Guard acts. */
export const guardReasonSchema = z.enum([
  'daily-cap',
  'packs',
  'hours-off',
  'brake',
  'unusual-day',
  /** A rule ended, or no longer disables. */
  'put-back',
  'undo',
]);
export type GuardReason = z.infer<typeof guardReasonSchema>;

/** `ofLimit`: it was to change the limit, which then says more than a status. */
const lateSchema = z.object({
  to: guardedSchema,
  grant: grantSchema,
  at: momentSchema,
  ofLimit: z.boolean(),
});
const wasSchema = z.object({ from: guardedSchema, at: momentSchema });

/** Holds what Guard knows of a sub-user that rules name: what it was, what Guard left, and what is under way. */
export const heldSchema = z.object({
  username: nameSchema,
  /** As its user wants it without Guard. */
  own: guardedSchema,
  /** As Guard last left or accepted it. */
  left: guardedSchema,
  grant: grantSchema,
  paused: z.object({ limit: z.boolean(), status: z.boolean() }),
  /** The writes that made each part what it is, while they can be undone. */
  acts: z.object({ limit: keySchema.nullable(), status: keySchema.nullable() }),
  /** The write that was sent, until it is known what became of it. */
  pending: z
    .object({
      act: keySchema,
      why: z.array(guardReasonSchema),
      from: guardedSchema,
      to: guardedSchema,
      grant: grantSchema,
      sent: z.boolean(),
    })
    .nullable(),
  /** The last write that no list has shown, which a late server may still carry out. */
  late: lateSchema.nullable(),
  /** What the last write replaced, at which Oxylabs may have stopped it just before. */
  was: wasSchema.nullable(),
});
export type Held = z.infer<typeof heldSchema>;

const pulledSchema = z.object({ at: momentSchema, ids: z.array(subUserIdSchema) });
export type Pulled = z.infer<typeof pulledSchema>;

/** Holds all that the lines of a journal make: rules, what they hold, and the rules that a user or a figure has set off. */
export const guardStateSchema = z.object({
  rules: z.array(guardRuleSchema),
  held: z.record(keySchema, heldSchema),
  /** The sub-users that a brake or an unusual day disables, and since when, by rule. */
  pulled: z.record(keySchema, pulledSchema),
  /** The period (`YYYY-MM-DD`) or day in which a user put back what a rule had set off, so that it does not repeat. */
  putBack: z.record(keySchema, dayTextSchema),
  /** What was notified once and for all, by rule: a question, the end of a pack. */
  notified: z.record(keySchema, z.array(keySchema)),
});
export type GuardState = z.infer<typeof guardStateSchema>;

export const noGuardState: GuardState = { rules: [], held: {}, pulled: {}, putBack: {}, notified: {} };

export const guardByWhomSchema = z.enum(['guard', 'you', 'elsewhere', 'oxylabs']);
const ofSubUser = { id: subUserIdSchema, username: nameSchema };

/** Lists the lines of the journal, which are appended in the order in which things happen. */
export const guardLineSchema = z.discriminatedUnion('line', [
  /** Opens each file, so that it can be read alone. */
  z.object({ line: z.literal('state'), at: momentSchema, state: guardStateSchema }),
  z.object({ line: z.literal('rule-set'), at: momentSchema, rule: guardRuleSchema }),
  z.object({ line: z.literal('rule-removed'), at: momentSchema, rule: keySchema }),
  z.object({ line: z.literal('held'), at: momentSchema, ...ofSubUser, own: guardedSchema }),
  z.object({ line: z.literal('released'), at: momentSchema, ...ofSubUser }),
  /** What is to be. */
  z.object({
    line: z.literal('planned'),
    at: momentSchema,
    ...ofSubUser,
    act: keySchema,
    by: guardByWhomSchema,
    why: z.array(guardReasonSchema),
    from: guardedSchema,
    to: guardedSchema,
    grant: grantSchema,
  }),
  /** Its request begins. */
  z.object({ line: z.literal('sent'), at: momentSchema, ...ofSubUser, act: keySchema }),
  /** What came of it, by the answer or by the list. */
  z.object({
    line: z.literal('ended'),
    at: momentSchema,
    ...ofSubUser,
    act: keySchema,
    outcome: z.enum(['done', 'not-done', 'not-sent', 'unknown']),
    failure: apiFailureSchema.nullable(),
  }),
  /** The list shows what is wanted, or what a sent write made, though no answer said so; or what Oxylabs did at a limit. */
  z.object({
    line: z.literal('accepted'),
    at: momentSchema,
    ...ofSubUser,
    by: guardByWhomSchema,
    from: guardedSchema,
    to: guardedSchema,
    grant: grantSchema,
  }),
  /** A change that Guard did not make. `pauses` what it is about; otherwise it is the user's new own value. */
  z.object({
    line: z.literal('changed'),
    at: momentSchema,
    ...ofSubUser,
    by: guardByWhomSchema,
    part: partSchema,
    from: guardedSchema,
    to: guardedSchema,
    pauses: z.boolean(),
  }),
  /** The user takes back what Guard did to a part: it becomes as it was, and the rules about it pause. */
  z.object({ line: z.literal('paused'), at: momentSchema, ...ofSubUser, part: partSchema }),
  /** Guard goes on, because the user asks for it, from what the list shows. */
  z.object({ line: z.literal('resumed'), at: momentSchema, ...ofSubUser, now: guardedSchema }),
  z.object({
    line: z.literal('pulled'),
    at: momentSchema,
    rule: keySchema,
    ids: z.array(subUserIdSchema),
    by: guardByWhomSchema,
  }),
  z.object({ line: z.literal('put-back'), at: momentSchema, rule: keySchema, during: dayTextSchema }),
  z.object({ line: z.literal('notified'), at: momentSchema, rule: keySchema, about: keySchema }),
]);
export type GuardLine = z.infer<typeof guardLineSchema>;
export type GuardLineOf<Kind extends GuardLine['line']> = Extract<GuardLine, { line: Kind }>;
