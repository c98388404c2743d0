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
  const grown = growth(samples);
  const last = grown.at(-1);
  if (last === undefined) return [];
  const begins = beginsOf(grown);
  return begins.map(({ at, gb, late }, index) => {
    const next = begins[index + 1] ?? last;
    return { fromMs: at, toMs: next.at, gb: Math.max(0, next.gb - gb), beganLate: late };
  });
}

/**
 * Returns the growing counter behind the samples, at a moment: between two readings in proportion to the time. Null where
 * they leave a gap, or none lies around the moment.
 */
export function counterOf(samples: readonly PeriodSample[]): (moment: number) => number | null {
  const grown = growth(samples);
  return (moment) => {
    const index = grown.findIndex(({ at }) => at >= moment);
    const [left, right] = [grown[index - 1], grown[index]];
    if (right?.at === moment) return right.gb;
    if (left === undefined || right === undefined || right.at - left.at > gapMs) return null;
    return left.gb + ((right.gb - left.gb) * (moment - left.at)) / (right.at - left.at);
  };
}

type Begin = Sample & { late: boolean };

/** Returns where each day begins, with the total there. */
function beginsOf(grown: readonly Sample[]): Begin[] {
  const begins: Begin[] = [];
  for (const [index, right] of grown.entries()) {
    const left = grown[index - 1];
    const midnight = startOfDay(right.at);
    if (left === undefined) {
      if (right.at === midnight) begins.push({ ...right, late: false });
    } else if (right.at > left.at && left.at < midnight) {
      const late = right.at - left.at > gapMs && right.at !== midnight;
      const share = late ? 1 : (midnight - left.at) / (right.at - left.at);
      begins.push({ at: late ? right.at : midnight, gb: left.gb + (right.gb - left.gb) * share, late });
    }
  }
  return begins;
}

/** Returns the samples as a counter that never restarts and never shrinks. */
function growth(samples: readonly PeriodSample[]): Sample[] {
  const steps: number[] = [];
  let later: number | null = null;
  for (let index = samples.length - 1; index >= 0; index -= 1) {
    const sample = samples[index];
    if (sample === undefined) continue;
    const following = samples[index + 1];
    if (later === null || following === undefined) {
      later = sample.gb;
      continue;
    }
    const restarted = following.period !== sample.period && later < sample.gb;
    const gb: number = restarted ? sample.gb : Math.min(sample.gb, later);
    steps.push(restarted ? later : later - gb);
    later = gb;
  }
  let total = 0;
  steps.reverse();
  return samples.map(({ at }, index) => {
    total += index === 0 ? 0 : (steps[index - 1] ?? 0);
    return { at, gb: total };
  });
}
