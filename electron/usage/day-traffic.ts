import { dayMs, dayOf, startOfDay } from '../contract/day.ts';
import type { UsagePoint } from '../contract/usage.ts';
import type { Sample } from './sample.ts';

/** A reading of a counter that restarts at 0 in each period; `period` is null where it never does. */
export type PeriodSample = Sample & { period: string | null };

/**
 * The traffic of a day as it was read. It begins at midnight (UTC) or, where nothing was read around midnight, at the
 * first reading after it: until then nothing shows to which day traffic belongs.
 */
export type Day = { fromMs: number; toMs: number; gb: number; beganLate: boolean };

/** Readings further apart leave a gap: traffic in between is not divided at midnight. */
export const gapMs = 2 * 3_600_000;
/** What was read as longer than this is not one day's traffic. */
const longestDayMs = 1.5 * dayMs;

/** Returns the days that were read whole, and the last one so far, named as the API does: `YYYY-MM-DD`. */
export function dayTraffic(samples: readonly PeriodSample[]): UsagePoint[] {
  return wholeDays(samples).map(({ fromMs, gb }) => ({ at: dayOf(fromMs), trafficGb: gb }));
}

/** Returns the same days by their moments, which is quicker where they are of thousands of sub-users. */
export function wholeDays(samples: readonly PeriodSample[]): Day[] {
  return daysOf(samples).filter(({ fromMs, toMs }) => toMs - fromMs <= longestDayMs);
}

/**
 * Returns the traffic from each day's begin to the next from samples, oldest first, and to the last sample. A smaller
 * figure is a correction within a period, and a restart in a new one.
 */
export function daysOf(samples: readonly PeriodSample[]): Day[] {
  const totals = growth(samples);
  const days: Day[] = [];
  let day: Day | null = null;
  let dayTotal = 0;
  for (let index = 0; index < samples.length; index += 1) {
    const begin = beginAt(samples, totals, index);
    if (begin === null) continue;
    if (day !== null) end(day, begin.at, begin.gb - dayTotal);
    day = { fromMs: begin.at, toMs: begin.at, gb: 0, beganLate: begin.late };
    dayTotal = begin.gb;
    days.push(day);
  }
  const last = samples.at(-1);
  if (day !== null && last !== undefined) end(day, last.at, (totals.at(-1) ?? 0) - dayTotal);
  return days;
}

function end(day: Day, toMs: number, gb: number): void {
  day.toMs = toMs;
  day.gb = Math.max(0, gb);
}

/**
 * Returns the growing counter behind the samples, at a moment: between two readings in proportion to the time. Null where
 * they leave a gap, or none lies around the moment.
 */
export function counterOf(samples: readonly PeriodSample[]): (moment: number) => number | null {
  const totals = growth(samples);
  const grown = samples.map(({ at }, index) => ({ at, gb: totals[index] ?? 0 }));
  return (moment) => {
    const index = grown.findIndex(({ at }) => at >= moment);
    const [left, right] = [grown[index - 1], grown[index]];
    if (right?.at === moment) return right.gb;
    if (left === undefined || right === undefined || right.at - left.at > gapMs) return null;
    return left.gb + ((right.gb - left.gb) * (moment - left.at)) / (right.at - left.at);
  };
}

type Begin = Sample & { late: boolean };

/** Returns where a day begins before this sample, with the total there; null if none does. */
function beginAt(samples: readonly PeriodSample[], totals: Float64Array, index: number): Begin | null {
  const right = samples[index];
  if (right === undefined) return null;
  const gb = totals[index] ?? 0;
  const midnight = startOfDay(right.at);
  const left = samples[index - 1];
  if (left === undefined) return right.at === midnight ? { at: right.at, gb, late: false } : null;
  if (right.at <= left.at || left.at >= midnight) return null;
  const leftGb = totals[index - 1] ?? 0;
  const late = right.at - left.at > gapMs && right.at !== midnight;
  const share = late ? 1 : (midnight - left.at) / (right.at - left.at);
  return { at: late ? right.at : midnight, gb: leftGb + (gb - leftGb) * share, late };
}

/** Returns the figures of the samples as those of a counter that never restarts and never shrinks. */
function growth(samples: readonly PeriodSample[]): Float64Array {
  const totals = new Float64Array(samples.length);
  // First the step to each figure, from the last one back, and then their sums.
  let later = samples.at(-1)?.gb ?? 0;
  let laterPeriod = samples.at(-1)?.period ?? null;
  for (let index = samples.length - 2; index >= 0; index -= 1) {
    const sample = samples[index];
    if (sample === undefined) continue;
    const restarted = laterPeriod !== sample.period && later < sample.gb;
    const gb = restarted ? sample.gb : Math.min(sample.gb, later);
    totals[index + 1] = restarted ? later : later - gb;
    later = gb;
    laterPeriod = sample.period;
  }
  for (let index = 1; index < totals.length; index += 1)
    totals[index] = (totals[index] ?? 0) + (totals[index - 1] ?? 0);
  return totals;
}
