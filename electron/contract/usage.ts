import { z } from 'zod';
import { dayTextSchema, gbSchema, momentSchema, nameSchema } from './bounds.ts';
import { subUserIdSchema } from './sub-user.ts';

/** Holds the account's total for the vendor's calendar month, from `client-stats`. Dates are `YYYY-MM-DD`. */
export const monthTotalSchema = z.object({
  trafficGb: gbSchema.nullable(),
  dateFrom: dayTextSchema.nullable(),
  dateTo: dayTextSchema.nullable(),
});
export type MonthTotal = z.infer<typeof monthTotalSchema>;

const momentPattern = /^\d{4}-\d{2}-\d{2}( \d{2})?$/;
const mostZone = 64;

/** Lists the six windows of a sub-user's statistics. Ranges take `YYYY-MM-DD`, or `YYYY-MM-DD HH` for at most seven days. */
export const usageQuerySchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.enum(['24h', 'week', 'month', 'current_month', 'lifetime']) }),
  z.strictObject({
    type: z.literal('custom'),
    dateFrom: z.string().regex(momentPattern),
    dateTo: z.string().regex(momentPattern),
    timeZone: z.string().min(1).max(mostZone),
  }),
]);
export type UsageQuery = z.infer<typeof usageQuerySchema>;

/** Returns whether a query can be sent as it is. */
export function isUsageQuery(query: UsageQuery): boolean {
  if (query.type !== 'custom') return true;
  const { dateFrom, dateTo, timeZone } = query;
  const isDated = momentPattern.test(dateFrom) && momentPattern.test(dateTo);
  return isDated && timeZone !== '' && timeZone.length <= mostZone;
}

/** Holds one step of a series. `at` is `YYYY-MM-DD` or `YYYY-MM-DD HH`, as the API sent it; a gap has no step. */
export const usagePointSchema = z.object({ at: dayTextSchema, trafficGb: gbSchema });
export type UsagePoint = z.infer<typeof usagePointSchema>;

export const usageSeriesSchema = z.object({
  totalGb: gbSchema.nullable(),
  points: z.array(usagePointSchema),
  setAside: z.number().int().nonnegative(),
});
export type UsageSeries = z.infer<typeof usageSeriesSchema>;

/** Holds one target's traffic on one day. */
export const targetUsageSchema = z.object({
  target: nameSchema,
  date: dayTextSchema.nullable(),
  trafficGb: gbSchema.nullable(),
  requests: z.number().int().nonnegative().nullable(),
});
export type TargetUsage = z.infer<typeof targetUsageSchema>;

export const targetTrafficSchema = z.object({
  totalGb: gbSchema.nullable(),
  requests: z.number().int().nonnegative().nullable(),
  targets: z.array(targetUsageSchema).max(100_000),
  setAside: z.number().int().nonnegative(),
});
export type TargetTraffic = z.infer<typeof targetTrafficSchema>;

/**
 * Holds one day of an account or a sub-user: its traffic, and the total since the period's start at the day's end. Null
 * is not known, never zero.
 */
export const dayTotalSchema = z.object({
  at: dayTextSchema,
  trafficGb: gbSchema.nullable(),
  totalGb: gbSchema.nullable(),
});
export type DayTotal = z.infer<typeof dayTotalSchema>;

/** Holds the days of a month or of a plan's cycle. Times are epoch milliseconds, the end is exclusive. */
export const periodDaysSchema = z.object({
  fromMs: momentSchema,
  toMs: momentSchema,
  days: z.array(dayTotalSchema).max(32),
  /** The last reading of the total; null where none is known, or the period is over. */
  now: z.object({ atMs: momentSchema, gb: gbSchema }).nullable(),
});
export type PeriodDays = z.infer<typeof periodDaysSchema>;

/** Holds what the history knows of the account's days, in the period that the plan counts by and in the one before. */
export const accountDaysSchema = z.object({ current: periodDaysSchema, last: periodDaysSchema });
export type AccountDays = z.infer<typeof accountDaysSchema>;

/** Holds a month's total (`YYYY-MM`), which is a lower bound where the month was not read to its end. */
export const monthReadSchema = z.object({
  month: dayTextSchema,
  totalGb: gbSchema.nullable(),
  atLeast: z.boolean(),
});
export type MonthRead = z.infer<typeof monthReadSchema>;

/** The days of a sparkline; the last is yesterday, since today has not ended. */
export const recentDayCount = 14;
const recentDaysSchema = z.array(gbSchema.nullable()).max(recentDayCount);

/** Holds the recent days of the requested sub-users, in their order; null is a day that is not known. */
export const recentDaysOfSchema = z.object({ lastDay: dayTextSchema, days: z.array(recentDaysSchema) });
export type RecentDays = z.infer<typeof recentDaysOfSchema>;

/** Compares a sub-user's traffic of yesterday with its usual day, the median of the two weeks before. */
export const moverSchema = z.object({
  id: subUserIdSchema,
  username: nameSchema,
  dayGb: gbSchema,
  usualGb: gbSchema,
  days: recentDaysSchema,
});
export type Mover = z.infer<typeof moverSchema>;

/** Holds the sub-users whose traffic changed most. `compared` is the number whose days are known well enough. */
export const moversSchema = z.object({
  day: dayTextSchema,
  up: z.array(moverSchema),
  down: z.array(moverSchema),
  compared: z.number().int().nonnegative(),
});
export type Movers = z.infer<typeof moversSchema>;

/** Holds this month's days, summed over all sub-users and read at `readAt` (epoch milliseconds). */
export const monthDaysSchema = z.object({
  readAt: momentSchema,
  days: z.array(usagePointSchema),
  /** The number of sub-users whose days could not be read. The sums lack them. */
  missing: z.number().int().nonnegative(),
});
export type MonthDays = z.infer<typeof monthDaysSchema>;
