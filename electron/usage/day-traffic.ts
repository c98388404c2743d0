import type { UsagePoint } from '../contract/usage.ts';
import type { Sample } from './sample.ts';

const dayMs = 86_400_000;

/** A figure of a counter that starts anew with each period; the period's key, null where it never starts anew. */
export type PeriodSample = Sample & { period: string | null };

/** A day (UTC) by its begin in epoch milliseconds. */
export type Day = { fromMs: number; gb: number };

/** The same as `daysOf`, as the API writes days: `YYYY-MM-DD`. */
export function dayTraffic(samples: readonly PeriodSample[]): UsagePoint[] {
  return daysOf(samples).map(({ fromMs, gb }) => ({ at: dayName(fromMs), trafficGb: gb }));
}

/** The day (UTC) of a moment as `YYYY-MM-DD`. */
export function dayName(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/**
 * The traffic of each day from the counter's samples, oldest first: for days that lie between the samples as a whole, and for
 * the last sample's day so far. Between two samples it is spread evenly. A smaller figure in the same period is a
 * correction downwards; in a new period the counter has started anew.
 */
export function daysOf(samples: readonly PeriodSample[]): Day[] {
  const grown = growth(samples);
  const [first, last] = [grown[0], grown.at(-1)];
  if (first === undefined || last === undefined) return [];
  const days: Day[] = [];
  let begin = Math.ceil(first.at / dayMs) * dayMs;
  let next = 0;
  let before = totalAt(begin);
  for (; begin < last.at; begin += dayMs) {
    const after = totalAt(Math.min(begin + dayMs, last.at));
    days.push({ fromMs: begin, gb: Math.max(0, after - before) });
    before = after;
  }
  return days;

  /** Called with growing moments only. */
  function totalAt(at: number): number {
    while (next < grown.length - 2 && (grown[next + 1]?.at ?? at) < at) next += 1;
    const [left, right] = [grown[next], grown[next + 1]];
    if (left === undefined) return 0;
    if (right === undefined || right.at <= left.at) return left.gb;
    return left.gb + ((right.gb - left.gb) * (at - left.at)) / (right.at - left.at);
  }
}

/** The samples as a counter that never starts anew and never shrinks. */
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
    const anew = following.period !== sample.period && later < sample.gb;
    const gb: number = anew ? sample.gb : Math.min(sample.gb, later);
    steps.push(anew ? later : later - gb);
    later = gb;
  }
  let total = 0;
  steps.reverse();
  return samples.map(({ at }, index) => {
    total += index === 0 ? 0 : (steps[index - 1] ?? 0);
    return { at, gb: total };
  });
}
