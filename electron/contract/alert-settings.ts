import { z } from 'zod';
import { gbSchema, momentSchema } from './bounds.ts';
import { subUserIdSchema } from './sub-user.ts';

/** Whole percentages of a limit or a budget, ascending and distinct. Those above 100 are for going over it. */
const thresholdsSchema = z
  .array(z.number().int().min(1).max(200))
  .max(8)
  .transform((all) => [...new Set(all)].sort((one, other) => one - other));

/** Minutes after local midnight. When `from` is after `to`, the range spans midnight. */
const minuteSchema = z.number().int().min(0).max(1439);
export const quietHoursSchema = z.strictObject({ fromMinute: minuteSchema, toMinute: minuteSchema });
export type QuietHours = z.infer<typeof quietHoursSchema>;

/** Describes when and about what Oxygauge notifies. `defaultAlertSettings` has a value for each field. */
export const alertSettingsSchema = z.object({
  budgetThresholds: thresholdsSchema,
  limitThresholds: thresholdsSchema,
  runOut: z.boolean(),
  unusualDay: z.boolean(),
  /** Days with less traffic than this, in GB, never raise an alert. */
  unusualLeastGb: gbSchema,
  periodReset: z.boolean(),
  quietHours: quietHoursSchema.nullable(),
  /** No notification is shown before this time. */
  pausedUntil: momentSchema.nullable(),
  sound: z.boolean(),
  mutedSubUserIds: z.array(subUserIdSchema).max(20_000),
});
export type AlertSettings = z.infer<typeof alertSettingsSchema>;

export const defaultAlertSettings: AlertSettings = {
  budgetThresholds: [50, 80, 95, 100],
  limitThresholds: [80, 95, 100],
  runOut: true,
  unusualDay: true,
  unusualLeastGb: 1,
  periodReset: false,
  quietHours: null,
  pausedUntil: null,
  sound: true,
  mutedSubUserIds: [],
};
