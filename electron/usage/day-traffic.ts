import type { UsagePoint } from '../contract/usage.ts';
import type { Sample } from './sample.ts';

const dayMs = 86_400_000;

/** A figure of a counter that starts anew with each period; the period's key, null where it never starts anew. */
export type PeriodSample = Sample & { period: string | null };

/**
 * The traffic of each day (UTC) from the counter's samples, oldest first: for days that lie between the samples as a whole, and for
 * the last sample's day so far. Between two samples it is spread evenly. A smaller figure in the same period is a
 * correction downwards; in a new period the counter has started anew.
 */
export function dayTraffic(samples: readonly PeriodSample[]): UsagePoint[] {
  const grown = growth(samples);
  const [first, last] = [grown[0], grown.at(-1)];
  if (first === undefined || last === undefined) return [];
  const days: UsagePoint[] = [];
  let begin = Math.ceil(first.at / dayMs) * dayMs;
  let next = 0;
  let before = totalAt(begin);
  for (; begin < last.at; begin += dayMs) {
    const after = totalAt(Math.min(begin + dayMs, last.at));
    days.push({ at: new Date(begin).toISOString().slice(0, 10), trafficGb: Math.max(0, after - before) });
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
