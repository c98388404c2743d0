import { z } from 'zod';

/** `client-stats`: the account's total for the calendar month that the vendor counts. Dates are `YYYY-MM-DD`. */
export const monthTotalSchema = z.object({
  trafficGb: z.number().nullable(),
  dateFrom: z.string().nullable(),
  dateTo: z.string().nullable(),
});
export type MonthTotal = z.infer<typeof monthTotalSchema>;

/** The six windows of a sub-user's stats. Ranges take `YYYY-MM-DD`, or `YYYY-MM-DD HH` for at most seven days. */
export const usageQuerySchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.enum(['24h', 'week', 'month', 'current_month', 'lifetime']) }),
  z.strictObject({
    type: z.literal('custom'),
    dateFrom: z.string().regex(/^\d{4}-\d{2}-\d{2}( \d{2})?$/),
    dateTo: z.string().regex(/^\d{4}-\d{2}-\d{2}( \d{2})?$/),
    timeZone: z.string().min(1).max(64),
  }),
]);
export type UsageQuery = z.infer<typeof usageQuerySchema>;

/** One step of a series: `at` is `YYYY-MM-DD` or `YYYY-MM-DD HH`, as the API wrote it. A gap is a step that is not there. */
export const usagePointSchema = z.object({ at: z.string(), trafficGb: z.number() });
export type UsagePoint = z.infer<typeof usagePointSchema>;

export const usageSeriesSchema = z.object({
  totalGb: z.number().nullable(),
  points: z.array(usagePointSchema),
  setAside: z.number().int().nonnegative(),
});
export type UsageSeries = z.infer<typeof usageSeriesSchema>;

/** One target's traffic on one day. */
export const targetUsageSchema = z.object({
  target: z.string(),
  date: z.string().nullable(),
  trafficGb: z.number().nullable(),
  requests: z.number().int().nonnegative().nullable(),
});
export type TargetUsage = z.infer<typeof targetUsageSchema>;

export const targetReportSchema = z.object({
  totalGb: z.number().nullable(),
  requests: z.number().int().nonnegative().nullable(),
  targets: z.array(targetUsageSchema),
  setAside: z.number().int().nonnegative(),
});
export type TargetReport = z.infer<typeof targetReportSchema>;

/** This month's days summed over all sub-users, as read at `readAt` (epoch milliseconds). */
export const monthDaysSchema = z.object({
  readAt: z.number(),
  days: z.array(usagePointSchema),
  /** Sub-users whose days could not be read: they are missing in the sums. */
  missing: z.number().int().nonnegative(),
});
export type MonthDays = z.infer<typeof monthDaysSchema>;
