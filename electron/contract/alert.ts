import { z } from 'zod';
import { subUserIdSchema } from './sub-user.ts';

/** Whom an alert is about. */
export const alertSubjectSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('account') }),
  z.object({ kind: z.literal('sub-user'), id: subUserIdSchema, username: z.string() }),
]);
export type AlertSubject = z.infer<typeof alertSubjectSchema>;

/** Traffic and limits in GB, shares in percent, times in epoch milliseconds. */
const ofLimit = { usedGb: z.number(), limitGb: z.number() };

/** What happened, with the figures that show it. */
export const alertFactsSchema = z.discriminatedUnion('rule', [
  z.object({
    rule: z.enum(['budget', 'limit']),
    threshold: z.number(),
    ...ofLimit,
    /** When all of it will be used; null where that cannot be said. */
    expectedAt: z.number().nullable(),
  }),
  /** It will be used up before the period ends. */
  z.object({ rule: z.literal('will-run-out'), ...ofLimit, expectedAt: z.number() }),
  /** Today's traffic is far above that of a normal day. */
  z.object({ rule: z.literal('unusual-day'), dayGb: z.number(), normalGb: z.number() }),
  /** It goes on: this sub-user is not disabled at its limit. */
  z.object({ rule: z.literal('over-limit-running'), ...ofLimit }),
  z.object({
    rule: z.literal('disabled-by-vendor'),
    usedGb: z.number().nullable(),
    limitGb: z.number().nullable(),
  }),
  /** `dateFrom` is the new period's first day, as the API wrote it. */
  z.object({ rule: z.literal('period-reset'), dateFrom: z.string() }),
]);
export type AlertFacts = z.infer<typeof alertFactsSchema>;
export type AlertRule = AlertFacts['rule'];

/**
 * What became of it. `pending`: handed to the system. `shown`: the system took it. `summary`: told with others. `held`: the
 * person wants none now. `muted`: about this sub-user the person wants none. `failed`: the system refused. `unanswered`: the
 * system did not say.
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

/** One line of the alert log. */
export const alertSchema = z.object({
  id: z.string().min(1).max(64),
  at: z.number(),
  subject: alertSubjectSchema,
  facts: alertFactsSchema,
  delivery: deliverySchema,
});
export type Alert = z.infer<typeof alertSchema>;

/** The log as a window sees it: the newest first, no more than `shownAlerts` of `total`. */
export const alertsViewSchema = z.object({
  alerts: z.array(alertSchema),
  total: z.number().int().nonnegative(),
});
export type AlertsView = z.infer<typeof alertsViewSchema>;
export const shownAlerts = 500;
