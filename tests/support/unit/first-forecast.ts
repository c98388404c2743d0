import { dayMs } from '../../../electron/contract/day.ts';
import type { Forecast } from '../../../electron/contract/forecast.ts';
import type { PeriodSample } from '../../../electron/usage/day-traffic.ts';
import type { Period } from '../../../electron/usage/period.ts';
import { noneAboveLater, type Sample } from '../../../electron/usage/sample.ts';

/** A rate over less would be that of one job, not of a habit. */
const leastMs = dayMs;
const recentMs = 3 * dayMs;
const spreadMs = 14 * dayMs;

/**
 * Forecasts by the method of the first builds, for comparison: the rate of the last three days or of the whole period, with
 * both rates and one standard deviation of days as the range.
 */
export function firstForecast(samples: readonly PeriodSample[], { key, fromMs, toMs }: Period): Forecast {
  const own = samples.filter(({ period }) => period === key);
  const last = own.at(-1);
  if (last === undefined || last.at - fromMs < leastMs || last.at >= toMs) return { kind: 'too-little' };
  const corrected = noneAboveLater(own, last.gb);
  const leftMs = toMs - last.at;
  const ofPeriod = last.gb / (last.at - fromMs);
  const rate = recentRate(corrected, last) ?? ofPeriod;
  const differ = deviationOfDays(corrected, last.at) * Math.sqrt(leftMs / dayMs);
  const endGb = last.gb + rate * leftMs;
  const [least, most] = [Math.min(rate, ofPeriod), Math.max(rate, ofPeriod)];
  return {
    kind: 'forecast',
    endGb,
    lowGb: Math.min(endGb, Math.max(last.gb, Math.min(last.gb + least * leftMs, endGb - differ))),
    highGb: Math.max(endGb, last.gb + most * leftMs, endGb + differ),
    gbPerDay: rate * dayMs,
    leftPerDayGb: null,
    reachesAt: null,
    reachesEarliestAt: null,
    endsAt: toMs,
  };
}

/** Returns the rate since the last sample that is three days old, or else the oldest that is a day old; null without one. */
function recentRate(samples: readonly Sample[], last: Sample): number | null {
  const recent =
    samples.findLast(({ at }) => at <= last.at - recentMs) ??
    samples.find(({ at }) => at <= last.at - leastMs);
  return recent === undefined ? null : (last.gb - recent.gb) / (last.at - recent.at);
}

/** Returns the standard deviation of a day's traffic in the last two weeks; 0 where fewer than three days are known. */
function deviationOfDays(samples: readonly Sample[], now: number): number {
  const rates: number[] = [];
  let begin: Sample | null = null;
  for (const sample of samples) {
    if (sample.at < now - spreadMs) continue;
    begin ??= sample;
    if (sample.at - begin.at < leastMs) continue;
    rates.push(((sample.gb - begin.gb) / (sample.at - begin.at)) * dayMs);
    begin = sample;
  }
  if (rates.length < 3) return 0;
  const mean = rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
  return Math.sqrt(rates.reduce((sum, rate) => sum + (rate - mean) ** 2, 0) / rates.length);
}
