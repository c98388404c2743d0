import { dayMs, momentOfDay } from '../../contract/day.ts';
import type { PeriodSample } from '../day-traffic.ts';
import { type ForecastInput, likelyReach } from '../forecast/forecast.ts';

/**
 * A limit is said to run out where that is at least this probable. It is asked each time until then, so of the alerts a few less
 * are right: see tests/unit/usage/replayed-run-outs.test.ts.
 */
const leastProbability = 0.9;
/** A limit reached in the last hours of a period is not worth an alert. */
const leastLeftMs = dayMs;
/** In 1,920 looks at replayed months, no forecast that was this sure went on faster than 1.6 times the fastest day read. */
const mostTimes = 2;

/**
 * When a limit will likely be reached and when at the earliest (epoch milliseconds; null: not within the period), and
 * whether that is worth an alert.
 */
export type Reach = { at: number | null; earliestAt: number | null; runsOut: boolean };

/** Returns null without a forecast. */
export function reachOf(input: ForecastInput | null): Reach | null {
  const reach = input === null ? null : likelyReach(input);
  if (input === null || reach === null) return null;
  return {
    runsOut: reach.probability >= leastProbability && reach.likelyBy(input.toMs - leastLeftMs),
    get at() {
      return reach.at;
    },
    get earliestAt() {
      return reach.earliestAt;
    },
  };
}

/** Returns false only where a forecast would not say that the limit runs out; it takes a hundredth of the time. */
export function mayRunOut({ samples, fromMs, toMs, limitGb }: ForecastInput): boolean {
  const last = samples.at(-1);
  if (last === undefined || limitGb === null || last.gb >= limitGb) return false;
  const leftMs = toMs - leastLeftMs - last.at;
  return limitGb - last.gb <= mostTimes * fastestRate(samples, fromMs) * leftMs;
}

/** Returns the highest rate between two readings, in GB a millisecond. The counter was 0 at the start of its period. */
function fastestRate(samples: readonly PeriodSample[], fromMs: number): number {
  const current = samples.at(-1)?.period ?? null;
  let fastest = 0;
  let sinceMs = 0;
  let sinceGb = 0;
  let known: string | null | undefined;
  for (const { at, gb, period } of samples) {
    if (period !== known) {
      // The current one may have begun later, with the sub-user.
      sinceMs = period === null || period === current ? fromMs : momentOfDay(period);
      sinceGb = 0;
    }
    if (at > sinceMs) fastest = Math.max(fastest, (gb - sinceGb) / (at - sinceMs));
    sinceMs = at;
    sinceGb = gb;
    known = period;
  }
  return fastest;
}
