import { dayMs, startOfDay } from '../../contract/day.ts';
import { gapMs, type PeriodSample } from '../day-traffic.ts';

/** How much of a day's traffic comes after a time of day. */
export type DayShare = { mean: number; deviation: number };

const mostDays = 14;
const leastDays = 2;
/** What the first days cannot show of the variation between days, as a sum of squares. */
const unseen = 0.005;

/** Returns the share of the day that is still to come, as in the last two weeks; null where too few were read at this time. */
export function restOfDay(samples: readonly PeriodSample[], now: number): DayShare | null {
  const today = startOfDay(now);
  const shares: number[] = [];
  let index = samples.length - 1;
  for (let day = 1; day <= mostDays; day += 1) {
    const begin = today - day * dayMs;
    const end = figureAt(begin + dayMs - 1);
    const middle = figureAt(begin + (now - today));
    const start = figureAt(begin);
    if (end === null || middle === null || start === null) continue;
    const from = start > middle ? 0 : start;
    if (end > from && end >= middle) shares.push((end - middle) / (end - from));
  }
  if (shares.length < leastDays) return null;
  const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
  const squares = shares.reduce((sum, share) => sum + (share - mean) ** 2, unseen);
  return { mean, deviation: Math.sqrt((squares / (shares.length - 1)) * (1 + 1 / shares.length)) };

  /** Returns the counter at a moment, between readings close to it. Call it with descending moments only. */
  function figureAt(at: number): number | null {
    while (index > 0 && (samples[index]?.at ?? 0) > at) index -= 1;
    const [left, right] = [samples[index], samples[index + 1]];
    if (left === undefined || right === undefined || left.at > at || right.at - left.at > gapMs) return null;
    if (left.period !== right.period) return left.gb;
    return left.gb + ((right.gb - left.gb) * (at - left.at)) / (right.at - left.at);
  }
}
