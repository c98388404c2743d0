import { dayMs, dayOf, momentOfDay } from '../../electron/contract/day.ts';
import type { DayTotal } from '../../electron/contract/usage.ts';
import type { Figures } from '../state/figures.ts';

export const chartSize = { width: 350, height: 64 };
/** Bars take this share of the height, so that the line of the total stays above them. */
const barShare = 0.42;
const leastBarPx = 2;
/** Room above the highest line. */
const topPx = 4;

export type DayBar = {
  at: string;
  x: number;
  width: number;
  top: number;
  trafficGb: number | null;
  isToday: boolean;
};
export type MonthLines = {
  bars: DayBar[];
  /** Points of SVG lines; empty where nothing is known. */
  total: string;
  /** Where the period is now; null if that is not known. */
  end: { x: number; y: number } | null;
  forecast: string;
  fan: string;
  pace: string;
  planY: number | null;
};

type Parts = Pick<Figures, 'period' | 'planGb' | 'forecast'>;

/** Returns the geometry of the small chart of a period, or null before any day of it is known. `now` is epoch milliseconds. */
export function monthLines({ period, planGb, forecast }: Parts, now: number): MonthLines | null {
  if (period === null || (period.now === null && period.days.every(isUnknown))) return null;
  const { fromMs, toMs, days } = period;
  const { width, height } = chartSize;
  const totals = days.flatMap(({ totalGb }) => totalGb ?? []);
  const mostGb = Math.max(planGb ?? 0, forecast?.highGb ?? 0, period.now?.gb ?? 0, ...totals, 0.001);
  const mostDayGb = Math.max(...days.map(({ trafficGb }) => trafficGb ?? 0), 0.001);
  const xOf = (ms: number) => rounded(((ms - fromMs) / (toMs - fromMs)) * width);
  const yOf = (gb: number) => rounded(height - (gb / mostGb) * (height - topPx));
  const point = (ms: number, gb: number) => `${xOf(ms)},${yOf(gb)}`;

  // Where the first days are not known, a line from zero would show even use.
  const line = days[0]?.totalGb == null ? [] : [point(fromMs, 0)];
  for (const { at, totalGb } of days) {
    const endMs = momentOfDay(at) + dayMs;
    // The day that goes on ends at the reading.
    if (totalGb !== null && (period.now === null || endMs <= period.now.atMs))
      line.push(point(endMs, totalGb));
  }
  if (period.now !== null) line.push(point(period.now.atMs, period.now.gb));
  const end = period.now === null ? null : { x: xOf(period.now.atMs), y: yOf(period.now.gb) };
  const last = end === null ? '' : `${end.x},${end.y}`;
  const ahead = end === null ? null : forecast;
  return {
    bars: days.map(({ at, trafficGb }) => {
      const ms = momentOfDay(at);
      const step = xOf(ms + dayMs) - xOf(ms);
      const share = (trafficGb ?? 0) / mostDayGb;
      const tall = Math.max(trafficGb === 0 ? 1 : leastBarPx, share * height * barShare);
      return {
        at,
        x: rounded(xOf(ms) + step * 0.16),
        width: rounded(step * 0.68),
        top: rounded(height - tall),
        trafficGb,
        isToday: at === dayOf(now),
      };
    }),
    total: line.length > 1 ? line.join(' ') : '',
    end,
    forecast: ahead === null ? '' : `${last} ${point(toMs, ahead.endGb)}`,
    fan: ahead === null ? '' : `${last} ${point(toMs, ahead.highGb)} ${point(toMs, ahead.lowGb)}`,
    pace: planGb === null ? '' : `${point(fromMs, 0)} ${point(toMs, planGb)}`,
    planY: planGb === null ? null : yOf(planGb),
  };
}

function isUnknown({ trafficGb }: DayTotal): boolean {
  return trafficGb === null;
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
