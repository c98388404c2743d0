import { z } from 'zod';
import { gbSchema, nameSchema } from '../contract/bounds.ts';
import type { MonthTotal, TargetTraffic, TargetUsage, UsagePoint, UsageSeries } from '../contract/usage.ts';
import { countOrUnknown, dayOrUnknown, gbOrUnknown, readMoment } from './figures.ts';

const monthSchema = z.object({ traffic: gbOrUnknown, date_from: dayOrUnknown, date_to: dayOrUnknown });

/** Reads `client-stats`. A missing traffic is unknown, not zero. */
export function readMonthTotal(body: unknown): MonthTotal | null {
  const month = monthSchema.safeParse(body);
  if (!month.success) return null;
  return { trafficGb: month.data.traffic, dateFrom: month.data.date_from, dateTo: month.data.date_to };
}

const seriesSchema = z.object({
  traffic: gbOrUnknown,
  traffic_by_period: z.unknown().optional(),
  trafficByPeriod: z.unknown().optional(),
  results: z.unknown().optional(),
});
const stepSchema = z.string().regex(/^\d{4}-\d{2}-\d{2}( \d{2})?$/);
/** The v2 specification does not name the fields of `results`, so each of these is tried. */
const resultSchema = z
  .object({
    date: z.unknown(),
    period: z.unknown(),
    time: z.unknown(),
    datetime: z.unknown(),
    traffic: gbSchema,
  })
  .partial({ date: true, period: true, time: true, datetime: true });

/**
 * Reads a sub-user's stats in any of the three known shapes. Steps are sorted; an invalid one is set aside.
 */
export function readUsageSeries(body: unknown): UsageSeries | null {
  const series = seriesSchema.safeParse(body);
  if (!series.success) return null;
  const { traffic, traffic_by_period, trafficByPeriod, results } = series.data;
  const found = stepsOf(traffic_by_period) ?? stepsOf(trafficByPeriod) ?? stepsOf(results);
  // An answer with neither a total nor steps is of another kind, and must not look like "no traffic".
  if (found === null && traffic === null) return null;
  const steps = found ?? [];
  const points = new Map<string, UsagePoint>();
  let setAside = 0;
  for (const [step, value] of steps) {
    const at = readStep(step);
    const trafficGb = gbSchema.safeParse(value);
    if (at === null || !trafficGb.success || points.has(at)) setAside += 1;
    else points.set(at, { at, trafficGb: trafficGb.data });
  }
  const sorted = [...points.values()].sort((one, other) => (one.at < other.at ? -1 : 1));
  return { totalGb: traffic, points: sorted, setAside };
}

/** Returns pairs of step and traffic from a map or an array of rows; null for anything else. */
function stepsOf(source: unknown): [unknown, unknown][] | null {
  if (Array.isArray(source)) {
    return source.map((item) => {
      const row = resultSchema.safeParse(item);
      if (!row.success) return [null, null];
      const { date, period, time, datetime, traffic } = row.data;
      return [date ?? period ?? datetime ?? time, traffic];
    });
  }
  return typeof source === 'object' && source !== null ? Object.entries(source) : null;
}

/** Returns `2023-01-25` or `2023-01-25 07`; drops minutes and replaces a `T`. */
function readStep(step: unknown): string | null {
  if (typeof step !== 'string') return null;
  const hour = /^(\d{4}-\d{2}-\d{2})[T ](\d{2})(:\d{2}){0,2}Z?$/.exec(step);
  const text = hour === null ? step : `${hour[1]} ${hour[2]}`;
  return stepSchema.safeParse(text).success && readMoment(text) !== null ? text : null;
}

const reportSchema = z.object({
  traffic: gbOrUnknown,
  requests: countOrUnknown,
  results: z.array(z.unknown()),
});
const targetSchema = z.object({
  target: nameSchema.min(1),
  date: dayOrUnknown,
  traffic: gbOrUnknown,
  requests: countOrUnknown,
});

/** Reads a day's traffic by target. A row without a target is set aside and counted. */
export function readTargetTraffic(body: unknown): TargetTraffic | null {
  const report = reportSchema.safeParse(body);
  if (!report.success) return null;
  const targets: TargetUsage[] = [];
  for (const item of report.data.results) {
    const row = targetSchema.safeParse(item);
    if (!row.success) continue;
    const { target, date, traffic, requests } = row.data;
    targets.push({ target, date, trafficGb: traffic, requests });
  }
  const { traffic, requests, results } = report.data;
  return { totalGb: traffic, requests, targets, setAside: results.length - targets.length };
}
