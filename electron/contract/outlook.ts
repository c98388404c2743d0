import { z } from 'zod';
import { forecastSchema } from './forecast.ts';
import { usagePointSchema } from './usage.ts';

/** The account's days of this period (UTC) as far as they are known, and where the period will end. */
export const outlookSchema = z.object({ forecast: forecastSchema, days: z.array(usagePointSchema) });
export type Outlook = z.infer<typeof outlookSchema>;

/**
 * What the plan's own cycle has used, from `dateFrom` to `dateTo` (`YYYY-MM-DD`, both in it). `found` tells how: it is the
 * calendar month; it was counted from what was read before; it was read from all sub-users' custom ranges, without `missing`
 * of them; or it is not known.
 */
export const planCycleSchema = z.object({
  dateFrom: z.string(),
  dateTo: z.string(),
  usedGb: z.number().nullable(),
  readAt: z.number().nullable(),
  found: z.enum(['month', 'history', 'sub-users', 'unknown']),
  missing: z.number().int().nonnegative(),
});
export type PlanCycle = z.infer<typeof planCycleSchema>;
