import { z } from 'zod';
import { subUserIdSchema } from './sub-user.ts';

/** Whole percentages of a limit or a budget, in their order, each once. Above 100: how far over. */
const thresholdsSchema = z
  .array(z.number().int().min(1).max(200))
  .max(8)
  .transform((all) => [...new Set(all)].sort((one, other) => one - other));

/** Minutes after midnight, local time. `from` after `to` runs over midnight. */
const minuteSchema = z.number().int().min(0).max(1439);
export const quietHoursSchema = z.strictObject({ fromMinute: minuteSchema, toMinute: minuteSchema });
export type QuietHours = z.infer<typeof quietHoursSchema>;

/** When and about what the person wants to be told. */
export const alertSettingsSchema = z.object({
  /** What the account may use in a month, in GB: the API knows no plan. Null: no budget, and no alert about one. */
  budgetGb: z.number().positive().max(1e9).nullable().default(null),
  budgetThresholds: thresholdsSchema.default([50, 80, 95, 100]),
  limitThresholds: thresholdsSchema.default([80, 95, 100]),
  runOut: z.boolean().default(true),
  unusualDay: z.boolean().default(true),
  /** A day with less traffic, in GB, is never an unusual one. */
  unusualLeastGb: z.number().min(0).max(1e9).default(1),
  periodReset: z.boolean().default(false),
  quietHours: quietHoursSchema.nullable().default(null),
  /** Nothing is shown before then (epoch milliseconds). */
  pausedUntil: z.number().nullable().default(null),
  sound: z.boolean().default(true),
  mutedSubUserIds: z.array(subUserIdSchema).max(20_000).default([]),
});
export type AlertSettings = z.infer<typeof alertSettingsSchema>;

/** What a window may change of them: known keys only. */
const { shape } = alertSettingsSchema;
export const alertSettingsChangeSchema = z.strictObject({
  budgetGb: shape.budgetGb.unwrap().optional(),
  budgetThresholds: shape.budgetThresholds.unwrap().optional(),
  limitThresholds: shape.limitThresholds.unwrap().optional(),
  runOut: z.boolean().optional(),
  unusualDay: z.boolean().optional(),
  unusualLeastGb: shape.unusualLeastGb.unwrap().optional(),
  periodReset: z.boolean().optional(),
  quietHours: quietHoursSchema.nullable().optional(),
  pausedUntil: z.number().nullable().optional(),
  sound: z.boolean().optional(),
  mutedSubUserIds: shape.mutedSubUserIds.unwrap().optional(),
});
