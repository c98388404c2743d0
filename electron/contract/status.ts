import { z } from 'zod';
import { accountIdSchema } from './account.ts';
import { countSchema, dayTextSchema, gbSchema, nameSchema } from './bounds.ts';
import { mostStatusSubUsers, statusBounds, statusVersion } from './status-bounds.ts';

/** A moment in UTC, as ISO 8601. */
const timeSchema = z.iso.datetime();

/** Names are those of the file (docs/status.md), with their units; null is unknown, and never zero. */
export const statusSubUserSchema = z.object({
  name: nameSchema,
  status: z.enum(['active', 'disabled', 'unknown']),
  used_gb: gbSchema.nullable(),
  limit: z.enum(['gb', 'unlimited', 'blocked', 'unknown']),
  limit_gb: gbSchema.nullable(),
  left_gb: gbSchema.nullable(),
});
export type StatusSubUser = z.infer<typeof statusSubUserSchema>;

export const statusAlertSchema = z.object({
  rule: z.string().max(statusBounds.ruleChars),
  sub_user: nameSchema.nullable(),
  since: timeSchema,
});
export type StatusAlert = z.infer<typeof statusAlertSchema>;

/** Describes one account. `used_gb` is of `period`: the calendar month, or the plan's cycle where that is another time. */
export const statusAccountSchema = z.object({
  id: accountIdSchema.nullable(),
  name: nameSchema.nullable(),
  product: z.enum(['residential', 'mobile']).nullable(),
  state: z.enum(['ok', 'stale', 'offline', 'signed_out']),
  read_at: timeSchema.nullable(),
  stale_at: timeSchema.nullable(),
  period: z.object({
    kind: z.enum(['month', 'cycle']),
    from: dayTextSchema.nullable(),
    to: dayTextSchema.nullable(),
  }),
  used_gb: gbSchema.nullable(),
  plan_gb: gbSchema.nullable(),
  left_gb: gbSchema.nullable(),
  month_gb: gbSchema.nullable(),
  forecast: z
    .object({
      end_gb: z.number(),
      low_gb: z.number(),
      high_gb: z.number(),
      ends_at: timeSchema,
      runs_out_at: timeSchema.nullable(),
    })
    .nullable(),
  counts: z
    .object({
      sub_users: countSchema,
      active: countSchema,
      disabled: countSchema,
      near_limit: countSchema,
      over_limit: countSchema,
    })
    .nullable(),
  alerts: z.array(statusAlertSchema).max(statusBounds.alerts),
  sub_users: z.array(statusSubUserSchema).max(mostStatusSubUsers),
});
export type StatusAccount = z.infer<typeof statusAccountSchema>;

/** What `status.json` holds. */
export const statusSchema = z.object({
  schema: z.literal(statusVersion),
  as_of: timeSchema,
  accounts: z.array(statusAccountSchema).max(statusBounds.accounts),
});
export type Status = z.infer<typeof statusSchema>;
