import { z } from 'zod';

/**
 * Where a period will end. GB, and epoch milliseconds. `too-little`: it would be a guess, so nothing is said.
 * `basis` tells what the rate was taken from: the last three days, or the period so far.
 */
export const forecastSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('too-little') }),
  z.object({
    kind: z.literal('forecast'),
    endGb: z.number(),
    lowGb: z.number(),
    highGb: z.number(),
    gbPerDay: z.number(),
    /** What is left of the limit for each day that is left; null without a limit. */
    leftPerDayGb: z.number().nullable(),
    /** When the limit will be reached, where that is before the period ends and not yet past. */
    reachesAt: z.number().nullable(),
    endsAt: z.number(),
    basis: z.enum(['recent', 'period']),
  }),
]);
export type Forecast = z.infer<typeof forecastSchema>;
