import { z } from 'zod';
import { usagePointSchema } from './usage.ts';

/**
 * Describes where a period will end, in GB and epoch milliseconds; `too-little` where it would be a guess. Half of all
 * periods end below `endGb`, and eight in ten between `lowGb` and `highGb`.
 */
export const forecastSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('too-little') }),
  z.object({
    kind: z.literal('forecast'),
    endGb: z.number(),
    lowGb: z.number(),
    highGb: z.number(),
    /** The expected rate of the days to come. */
    gbPerDay: z.number(),
    /** The rest of the limit divided by the remaining days; null without a limit. */
    leftPerDayGb: z.number().nullable(),
    /** When the limit will likely be reached, if that is before the period ends. */
    reachesAt: z.number().nullable(),
    /** When it may be reached at the earliest, one time in ten; null if not even then. */
    reachesEarliestAt: z.number().nullable(),
    endsAt: z.number(),
  }),
]);
export type Forecast = z.infer<typeof forecastSchema>;

/**
 * Holds the known days of the account's current period (UTC), and its forecast. `cycleForecast` is of the plan's cycle; null where
 * that is the calendar month. The one of them that the plan counts by is compared with the budget.
 */
export const outlookSchema = z.object({
  forecast: forecastSchema,
  cycleForecast: forecastSchema.nullable(),
  days: z.array(usagePointSchema),
});
export type Outlook = z.infer<typeof outlookSchema>;

/**
 * Describes what the plan's cycle has used, from `dateFrom` to `dateTo` (`YYYY-MM-DD`, inclusive). `found` is the source:
 * the calendar month, stored readings, or the custom ranges of all sub-users but `missing`.
 */
export const planCycleSchema = z.object({
  dateFrom: z.string(),
  dateTo: z.string(),
  usedGb: z.number().nullable(),
  /** The bounds of `usedGb` by what was read around the start. */
  lowGb: z.number().nullable(),
  highGb: z.number().nullable(),
  readAt: z.number().nullable(),
  found: z.enum(['month', 'history', 'sub-users', 'unknown']),
  missing: z.number().int().nonnegative(),
});
export type PlanCycle = z.infer<typeof planCycleSchema>;

/** Up to this share between its bounds, a figure is as good as a sum over all sub-users. */
const exactShare = 0.05;

/** Returns whether the bounds of a cycle's traffic are so near that nothing better can be read. */
export function isExact({ lowGb, highGb }: { lowGb: number | null; highGb: number | null }): boolean {
  return lowGb !== null && highGb !== null && highGb - lowGb <= exactShare * highGb;
}
