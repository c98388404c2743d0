import { z } from 'zod';
import { countSchema, dayTextSchema, gbSchema, keySchema, momentSchema, nameSchema } from './bounds.ts';
import { apiFailureSchema } from './failure.ts';
import { guardRuleSchema, ruleIdSchema } from './guard.ts';
import { guardByWhomSchema, guardedSchema, guardReasonSchema } from './guard-journal.ts';
import { subUserIdSchema } from './sub-user.ts';

/** The most sub-users in the slice, those that pause first. */
export const mostHeldShown = 2_000;
/** The most rows of the journal in one answer. */
export const journalPageRows = 100;

/**
 * Why a rule does nothing at present. `refresh`: nothing was read in this run; `figures`: the last refresh failed, or is too
 * old; `period`: it is not clear of which period the figures are; `budget`: a brake has no budget to compare with.
 */
export const guardWaitsForSchema = z.enum(['refresh', 'figures', 'period', 'budget']);
export type GuardWaitsFor = z.infer<typeof guardWaitsForSchema>;

/** Holds a rule with what it does now. */
export const guardRuleViewSchema = z.object({
  rule: guardRuleSchema,
  waitsFor: guardWaitsForSchema.nullable(),
  /** A brake or a rule about unusual days: since when, and which sub-users it disables; null while it was not set off. */
  setOff: z.object({ at: momentSchema, ids: z.array(subUserIdSchema) }).nullable(),
  /** The sub-users that it would disable after a click. Empty unless it holds and waits for that. */
  asksFor: z.array(subUserIdSchema),
  /** The sub-users for which it pauses, because others changed what it is about, or the user undid it. */
  pausedIds: z.array(subUserIdSchema),
});
export type GuardRuleView = z.infer<typeof guardRuleViewSchema>;

/** Holds how Guard keeps one sub-user. */
export const guardHeldViewSchema = z.object({
  id: subUserIdSchema,
  username: nameSchema,
  /** As its user wants it: the own limit and the own status. */
  own: guardedSchema,
  /** As Guard left it: the limit beside the own one is the cap. */
  left: guardedSchema,
  /** Why it differs from the own values; empty where it does not. */
  why: z.array(guardReasonSchema),
  /** The day (in the rule's zone) that the cap is of, and what was used when it began. */
  cap: z.object({ day: dayTextSchema, baseGb: gbSchema }).nullable(),
  /** What is left of each valid pack, by its id, GB. */
  packsLeftGb: z.record(keySchema, gbSchema).nullable(),
  paused: z.object({ limit: z.boolean(), status: z.boolean() }),
});
export type GuardHeldView = z.infer<typeof guardHeldViewSchema>;

/** Holds what Guard does for the account. */
export const guardViewSchema = z.object({
  rules: z.array(guardRuleViewSchema),
  held: z.array(guardHeldViewSchema).max(mostHeldShown),
  /** How many are held, also those that are not shown. */
  heldCount: countSchema,
  /** A number that grows with each line of the journal. */
  journalRevision: countSchema,
});
export type GuardView = z.infer<typeof guardViewSchema>;

export const noGuard: GuardView = { rules: [], held: [], heldCount: 0, journalRevision: 0 };

/** Holds one row of the journal. A write is one row from its plan to its end. */
export const guardRowSchema = z.object({
  /** Is the row's own, and stays the same. */
  place: z.string().max(32),
  at: momentSchema,
  /** Null for a row about a rule. */
  subUser: z.object({ id: subUserIdSchema, username: nameSchema }).nullable(),
  /** Null for a row about a sub-user. */
  rule: z.object({ id: ruleIdSchema, kind: z.string().max(40).nullable() }).nullable(),
  by: guardByWhomSchema,
  /**
   * `write`: Guard wrote; `seen`: the list shows what Guard or another computer's Guard made; `stopped`: Oxylabs stopped it at
   * its limit; `changed`: others changed it; `paused`, `resumed`: the user undid it, or goes on; the rest is about rules.
   */
  what: z.enum([
    'write',
    'seen',
    'stopped',
    'changed',
    'paused',
    'resumed',
    'held',
    'released',
    'rule-set',
    'rule-removed',
    'pulled',
    'put-back',
  ]),
  why: z.array(guardReasonSchema),
  from: guardedSchema.nullable(),
  to: guardedSchema.nullable(),
  /** Of a write only. */
  outcome: z.enum(['planned', 'sent', 'done', 'not-done', 'not-sent', 'unknown']).nullable(),
  failure: apiFailureSchema.nullable(),
  /** Whether the change paused rules. */
  pauses: z.boolean(),
  /** The write that can still be undone; null where nothing can. */
  undo: keySchema.nullable(),
});
export type GuardRow = z.infer<typeof guardRowSchema>;

/** Holds rows of the journal, newest first. */
export const guardJournalPageSchema = z.object({
  rows: z.array(guardRowSchema).max(journalPageRows),
  /** Where the next page begins; null after the oldest row. A page may be short, or empty, before that. */
  next: z.string().max(32).nullable(),
});
export type GuardJournalPage = z.infer<typeof guardJournalPageSchema>;
