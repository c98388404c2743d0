import { dayMs, dayOf } from '../../electron/contract/day.ts';
import type { DayTotal } from '../../electron/contract/usage.ts';

/** Holds what a month or a cycle shows in its chart. Times are epoch milliseconds, the end is exclusive. */
export type ChartMonth = {
  fromMs: number;
  toMs: number;
  days: readonly DayTotal[];
  /** The last reading; null in a period that is over. */
  now: { atMs: number; gb: number } | null;
  /** The plan or the limit, with its name. */
  ceiling: { name: string; gb: number } | null;
  forecast: { endGb: number; lowGb: number; highGb: number } | null;
};

/** One day on the x axis, which counts days from 0. `isToday` is the day that has not ended. */
export type ChartDay = DayTotal & { isToday: boolean };

/** Returns every day of the period, in order; one without a figure is not known. */
export function chartDays({ fromMs, toMs, days, now }: ChartMonth): ChartDay[] {
  const known = new Map(days.map((day) => [day.at, day]));
  const today = now === null ? null : dayOf(now.atMs);
  const count = Math.max(1, Math.round((toMs - fromMs) / dayMs));
  return Array.from({ length: count }, (_, index) => {
    const at = dayOf(fromMs + index * dayMs);
    const isToday = at === today;
    const day = known.get(at) ?? { at, trafficGb: null, totalGb: null };
    return { ...day, isToday, ...(isToday && { totalGb: now?.gb ?? null }) };
  });
}

/** Returns where a moment lies on the x axis. */
export function positionOf(atMs: number, { fromMs, toMs }: ChartMonth): number {
  return (Math.min(Math.max(atMs, fromMs), toMs) - fromMs) / dayMs;
}

/** The lines and bars in the order in which they are drawn. */
export const seriesNames = [
  'pastDay',
  'today',
  'pace',
  'forecastHigh',
  'forecastLow',
  'forecast',
  'bridge',
  'total',
] as const;
export type MonthSeries = (typeof seriesNames)[number];
type Point = Partial<Record<MonthSeries, number | null>>;

/** The columns of a plot: x, and for each series a figure, null for a gap, or undefined where it has no point. */
export type Columns = [number[], ...(number | null | undefined)[][]];

/** Returns the index of a series among the columns. */
export function columnOf(name: MonthSeries): number {
  return seriesNames.indexOf(name) + 1;
}

/**
 * Returns the columns of the plot: a day's bar lies in its middle, its total at its end. The total has a gap where it is
 * not known, which `bridge` spans.
 */
export function monthColumns(month: ChartMonth): Columns {
  const points = new Map<number, Point>();
  const put = (x: number, point: Point) => points.set(x, { ...points.get(x), ...point });
  const { now, ceiling, forecast } = month;
  const days = chartDays(month);
  put(0, { bridge: 0, total: 0 });
  for (const [index, day] of days.entries()) {
    put(index + 0.5, {
      pastDay: day.isToday ? null : day.trafficGb,
      today: day.isToday ? day.trafficGb : null,
    });
    if (!day.isToday) put(index + 1, { bridge: day.totalGb, total: day.totalGb });
  }
  if (now !== null) put(positionOf(now.atMs, month), { bridge: now.gb, total: now.gb });
  if (ceiling !== null) {
    put(0, { pace: 0 });
    put(days.length, { pace: ceiling.gb });
  }
  if (now !== null && forecast !== null) {
    put(positionOf(now.atMs, month), { forecast: now.gb, forecastLow: now.gb, forecastHigh: now.gb });
    put(days.length, {
      forecast: forecast.endGb,
      forecastLow: forecast.lowGb,
      forecastHigh: forecast.highGb,
    });
  }
  const sorted = [...points].sort(([one], [other]) => one - other);
  const columns = seriesNames.map((name) => sorted.map(([, point]) => point[name]));
  return [sorted.map(([x]) => x), ...columns];
}

/** Returns the top of the total's axis. It includes the ceiling and the forecast. */
export function highestGb({ days, now, ceiling, forecast }: ChartMonth): number {
  const totals = days.flatMap(({ totalGb }) => totalGb ?? []);
  return Math.max(0, ...totals, now?.gb ?? 0, ceiling?.gb ?? 0, forecast?.highGb ?? 0);
}

/** Returns the traffic of the highest day. */
export function highestDayGb({ days }: ChartMonth): number {
  return Math.max(0, ...days.flatMap(({ trafficGb }) => trafficGb ?? []));
}
