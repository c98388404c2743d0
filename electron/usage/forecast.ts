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

type Said = Extract<Forecast, { kind: 'forecast' }>;

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
  const { usedGb, now, toMs, limitGb } = input;
  const pace = paceOf(input);
  if (pace === null) return { kind: 'too-little' };
  const { rate, periodRate, basis } = pace;
  const leftMs = toMs - now;
  const [least, most] = [Math.min(rate, periodRate), Math.max(rate, periodRate)];
  const differ = differenceOfDays(corrected(input), input) * Math.sqrt(leftMs / dayMs);
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
    basis,
  };
}

/** When the limit will be reached, as a forecast says it, and from what: null where nothing is said. */
export function reachedAt(input: ForecastInput): Pick<Said, 'reachesAt' | 'basis'> | null {
  const pace = paceOf(input);
  return pace === null ? null : { reachesAt: reachesAt(input, pace.rate), basis: pace.basis };
}

/** The rate of the last days and of the period, in GB a millisecond. */
function paceOf(input: ForecastInput): { rate: number; periodRate: number; basis: Said['basis'] } | null {
  const { usedGb, now, fromMs, toMs } = input;
  if (now - fromMs < leastMs || now >= toMs) return null;
  const periodRate = usedGb / (now - fromMs);
  const base = recentBase(input);
  if (base === null) return { rate: periodRate, periodRate, basis: 'period' };
  return { rate: (usedGb - base.gb) / (now - base.at), periodRate, basis: 'recent' };
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

/** The last sample that is three days old, or else the oldest that is a day old; not above those after it. */
function recentBase({ samples, usedGb, fromMs, now }: ForecastInput): Sample | null {
  let most = usedGb;
  let base: Sample | null = null;
  for (let index = samples.length - 1; index >= 0; index -= 1) {
    const sample = samples[index];
    if (sample === undefined || sample.at >= now) continue;
    if (sample.at < fromMs) break;
    most = Math.min(most, sample.gb);
    if (sample.at <= now - leastMs) base = { at: sample.at, gb: most };
    if (sample.at <= now - recentMs) break;
  }
  return base;
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
