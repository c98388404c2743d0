import type { Forecast } from '../contract/forecast.ts';
import { noneAboveLater, type Sample } from './sample.ts';

export type ForecastInput = {
  usedGb: number;
  now: number;
  /** The period: traffic was 0 at its begin. */
  fromMs: number;
  toMs: number;
  /** Earlier figures of the same period, oldest first. */
  samples: readonly Sample[];
  limitGb: number | null;
};

const dayMs = 86_400_000;
/** A rate over less would be that of one job, not of a habit. */
const leastMs = dayMs;
const recentMs = 3 * dayMs;
/** How far back days are looked at for how much they differ. */
const spreadMs = 14 * dayMs;

/**
 * Where the period will end and when the limit will be reached, at the rate of the last three days, or of the whole period where
 * those are not known. The spread holds both rates and how much days differ. Nothing is said in a period's first day.
 * A correction of the vendor downwards makes the figures before it as small as the one after.
 */
export function forecast(input: ForecastInput): Forecast {
  const { usedGb, now, fromMs, toMs, limitGb } = input;
  if (now - fromMs < leastMs || now >= toMs) return { kind: 'too-little' };
  const samples = corrected(input);
  const periodRate = usedGb / (now - fromMs);
  const base = recentBase(samples, now);
  const rate = base === null ? periodRate : (usedGb - base.gb) / (now - base.at);
  const leftMs = toMs - now;
  const [least, most] = [Math.min(rate, periodRate), Math.max(rate, periodRate)];
  const differ = differenceOfDays(samples, input) * Math.sqrt(leftMs / dayMs);
  const endGb = usedGb + rate * leftMs;
  return {
    kind: 'forecast',
    endGb,
    lowGb: Math.min(endGb, Math.max(usedGb, Math.min(usedGb + least * leftMs, endGb - differ))),
    highGb: Math.max(endGb, usedGb + most * leftMs, endGb + differ),
    gbPerDay: rate * dayMs,
    leftPerDayGb: limitGb === null ? null : Math.max(0, limitGb - usedGb) / (leftMs / dayMs),
    reachesAt: reachesAt(input, rate),
    endsAt: toMs,
    basis: base === null ? 'period' : 'recent',
  };
}

function reachesAt({ usedGb, now, toMs, limitGb }: ForecastInput, rate: number): number | null {
  if (limitGb === null || usedGb >= limitGb || rate <= 0) return null;
  const at = now + (limitGb - usedGb) / rate;
  return at < toMs ? at : null;
}

/** The samples of the period. */
function corrected({ samples, usedGb, fromMs, now }: ForecastInput): Sample[] {
  return noneAboveLater(
    samples.filter(({ at }) => at >= fromMs && at < now),
    usedGb,
  );
}

/** The last sample that is three days old, or else the oldest that is a day old. */
function recentBase(samples: readonly Sample[], now: number): Sample | null {
  const wanted = samples.findLast(({ at }) => at <= now - recentMs);
  return wanted ?? samples.find(({ at }) => at <= now - leastMs) ?? null;
}

/** The standard deviation of a day's traffic over the last two weeks, in GB; 0 where fewer than three days are known. */
function differenceOfDays(samples: readonly Sample[], { usedGb, now }: ForecastInput): number {
  const rates: number[] = [];
  let begin: Sample | null = null;
  for (const sample of [...samples, { at: now, gb: usedGb }]) {
    if (sample.at < now - spreadMs) continue;
    if (begin === null) begin = sample;
    if (sample.at - begin.at < leastMs) continue;
    rates.push(((sample.gb - begin.gb) / (sample.at - begin.at)) * dayMs);
    begin = sample;
  }
  if (rates.length < 3) return 0;
  const mean = rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
  return Math.sqrt(rates.reduce((sum, rate) => sum + (rate - mean) ** 2, 0) / rates.length);
}
