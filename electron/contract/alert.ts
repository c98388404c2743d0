import { z } from 'zod';
import { dayTextSchema, gbSchema, momentSchema, nameSchema } from './bounds.ts';
import { subUserIdSchema } from './sub-user.ts';

/** Describes what an alert is about. */
export const alertSubjectSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('account') }),
  z.object({ kind: z.literal('sub-user'), id: subUserIdSchema, username: nameSchema }),
]);
export type AlertSubject = z.infer<typeof alertSubjectSchema>;

/** Traffic and limits are in GB, shares in percent, times in epoch milliseconds. */
const ofLimit = { usedGb: gbSchema, limitGb: gbSchema };

/** Describes what happened, with the figures that show it. */
export const alertFactsSchema = z.discriminatedUnion('rule', [
  z.object({
    rule: z.enum(['budget', 'limit']),
    threshold: z.number().min(0).max(1_000),
    ...ofLimit,
    /** When the limit or budget is expected to be used up; null if that is unknown. */
    expectedAt: momentSchema.nullable(),
  }),
  /**
   * The limit or budget will very likely be used up before the period ends: most likely at `expectedAt`, and hardly
   * before `earliestAt`, which alerts of earlier versions lack.
   */
  z.object({
    rule: z.literal('will-run-out'),
    ...ofLimit,
    expectedAt: momentSchema,
    earliestAt: momentSchema.nullable().default(null),
  }),
  /** A day's traffic is far above normal. `sinceAt` is when its count began, if that was not midnight of today. */
  z.object({
    rule: z.literal('unusual-day'),
    dayGb: gbSchema,
    normalGb: gbSchema,
    sinceAt: momentSchema.nullable().default(null),
  }),
  /** The sub-user is over its limit and keeps running, because it is not disabled at its limit. */
  z.object({ rule: z.literal('over-limit-running'), ...ofLimit }),
  z.object({
    rule: z.literal('disabled-by-vendor'),
    usedGb: gbSchema.nullable(),
    limitGb: gbSchema.nullable(),
    /** False where only its absence from the list shows it. Earlier versions did not write it. */
    listed: z.boolean().default(true),
  }),
  /** `dateFrom` is the first day of the new period, as the API sent it. */
  z.object({ rule: z.literal('period-reset'), dateFrom: dayTextSchema }),
]);
export type AlertFacts = z.infer<typeof alertFactsSchema>;
export type AlertRule = AlertFacts['rule'];

/**
 * Says what became of the notification. `pending`: handed to the system; `shown`: the system accepted it; `summary`: shown
 * in a summary; `held`: alerts are paused; `muted`: the user muted this sub-user; `failed`: the system refused it;
 * `unanswered`: the system did not respond.
 */
export const deliverySchema = z.enum([
  'pending',
  'shown',
  'summary',
  'held',
  'muted',
  'failed',
  'unanswered',
]);
export type Delivery = z.infer<typeof deliverySchema>;

/** Describes one entry of the alert log. */
export const alertSchema = z.object({
  id: z.string().min(1).max(64),
  at: momentSchema,
  subject: alertSubjectSchema,
  facts: alertFactsSchema,
  delivery: deliverySchema,
});
export type Alert = z.infer<typeof alertSchema>;

/** Holds the log as a window sees it: newest first, at most `shownAlerts` of `total`. */
export const alertsViewSchema = z.object({
  alerts: z.array(alertSchema),
  total: z.number().int().nonnegative(),
  /** Whether the calendar of this computer decides when a month begins, because the API sends no date. */
  byCalendar: z.boolean(),
});
export type AlertsView = z.infer<typeof alertsViewSchema>;
export const shownAlerts = 500;
