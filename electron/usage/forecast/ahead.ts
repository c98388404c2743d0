import { dayMs, startOfDay } from '../../contract/day.ts';
import type { Bursts } from './bursts.ts';
import type { DayShare } from './day-share.ts';
import { type Mixture, ofLaw } from './mixture.ts';
import { burstPrior, growths, monthDays, unknownShare } from './prior.ts';
import { type Hypothesis, type Rate, weekendDays } from './rate.ts';

/** What is known about traffic to come: the rate without bursts, the bursts in `days`, the rest of today. */
export type Known = { rate: Rate; bursts: Bursts; days: number; rest: DayShare | null };

/** A mean and a variance, in units of the mean rate. */
type Moments = { mean: number; variance: number };

/** Returns what the traffic from now to a moment may be. */
export function trafficUntil(known: Known, toMs: number): Mixture {
  const { now, unitGb, hypotheses } = known.rate;
  const days = (toMs - now) / dayMs;
  const ahead = { days, weekend: weekendDays(now, toMs), ...restOfToday(known, days) };
  const grown = growths.map(({ growth }) => meanGrowth((growth * days) / monthDays));
  const grownTwice = growths.map(({ growth }) => meanGrowth((2 * growth * days) / monthDays));
  const bursts = burstsIn(known, days);
  const laws: Mixture = new Float64Array(hypotheses.length * 2 * ofLaw);
  let index = 0;
  for (const hypothesis of hypotheses) {
    const { weight, growth, spread } = hypothesis;
    const usual = usualTraffic(hypothesis, ahead, grown[growth] ?? 1, grownTwice[growth] ?? 1);
    const burst = burstTraffic(bursts, spread);
    setLogNormal(laws, index, weight * bursts.none, usual.mean, usual.variance, unitGb);
    const mean = usual.mean + burst.mean;
    const variance = usual.variance + burst.variance;
    setLogNormal(laws, index + ofLaw, weight * (1 - bursts.none), mean, variance, unitGb);
    index += 2 * ofLaw;
  }
  return laws;
}

/** The days to come, those of them on a weekend, and by how much the rest of today is above its share of the time, in days of traffic. */
type DaysAhead = { days: number; weekend: number; above: number; deviation: number };

/** Returns by how much the rest of today is above its share of the time. */
function restOfToday({ rate: { now }, rest }: Known, days: number): Pick<DaysAhead, 'above' | 'deviation'> {
  const share = (startOfDay(now) + dayMs - now) / dayMs;
  if (days < share) return { above: 0, deviation: unknownShare * 2 * Math.sqrt(days * (1 - days)) };
  if (rest !== null) return { above: rest.mean - share, deviation: rest.deviation };
  return { above: 0, deviation: unknownShare * 2 * Math.sqrt(share * (1 - share)) };
}

/** Returns the traffic without bursts. */
function usualTraffic(
  { spread, widens, fit, covariance }: Hypothesis,
  { days, weekend, above, deviation }: DaysAhead,
  grown: number,
  grownTwice: number,
): Moments {
  const x = days * grown;
  const w = weekend * grown;
  const s = (x * days) / (2 * monthDays);
  const level = fit[0];
  const mean = Math.max(leastLevel * x, x * level + w * fit[1] + s * fit[2] + above * level);
  const ofFit =
    x * x * covariance[0] +
    w * w * covariance[3] +
    s * s * covariance[5] +
    2 * (x * w * covariance[1] + x * s * covariance[2] + w * s * covariance[4]);
  const ofDays = spread * spread * days * grownTwice;
  return { mean, variance: (ofDays + ofFit) * widens * widens + (deviation * level) ** 2 };
}

/** Traffic may decline to this share of the rate, and not to nothing. */
const leastLevel = 0.05;

/** The probability of no burst, their mean number with its variance beside a Poisson law's, and the sum of sizes read. */
type BurstsAhead = {
  none: number;
  count: number;
  beside: number;
  sizes: number;
  gb: number;
  squares: number;
};

/**
 * Returns the number of bursts: where there are any, their rate has a gamma law, so it has a negative binomial one. The longer
 * none was read, the likelier there are none.
 */
function burstsIn({ rate, bursts, days: read }: Known, days: number): BurstsAhead {
  const shape = burstPrior.count + bursts.count;
  const seen = burstPrior.days + read;
  const some = bursts.count > 0 ? 1 : someBursts(read);
  const mean = (shape * days) / seen;
  const count = some * mean;
  return {
    none: 1 - some + some * (seen / (seen + days)) ** shape,
    count,
    beside: some * ((mean * days) / seen + mean * mean) - count * count,
    sizes: burstPrior.sizes + bursts.count,
    gb: bursts.gb / rate.unitGb,
    squares: bursts.squares / rate.unitGb ** 2,
  };
}

/** Returns the probability that there are bursts though none was read in these days. */
function someBursts(read: number): number {
  const { never, count, days } = burstPrior;
  const unseen = (1 - never) * (days / (days + read)) ** count;
  return unseen / (never + unseen);
}

/** Returns what bursts add if there is one. */
function burstTraffic({ none, count, beside, sizes, gb, squares }: BurstsAhead, spread: number): Moments {
  const usualSize = burstPrior.spreads * spread + burstPrior.least;
  const size = (burstPrior.sizes * usualSize + gb) / sizes;
  // Twice the square: before any was read, sizes have an exponential law.
  const square = (2 * burstPrior.sizes * usualSize ** 2 + squares) / sizes;
  const mean = count * size;
  const squared = count * square + beside * size * size + mean * mean;
  const some = Math.max(1 - none, 1e-9);
  return { mean: mean / some, variance: Math.max(0, squared / some - (mean / some) ** 2) };
}

/** Sets the log-normal law of this mean and variance. */
function setLogNormal(
  laws: Mixture,
  index: number,
  weight: number,
  mean: number,
  variance: number,
  unitGb: number,
): void {
  const squared = Math.log(1 + Math.max(1e-6, variance / (mean * mean)));
  laws[index] = weight;
  laws[index + 1] = Math.log(mean * unitGb) - squared / 2;
  laws[index + 2] = Math.sqrt(squared);
}

/** Returns the mean of e^(x t) for t from 0 to 1. */
function meanGrowth(x: number): number {
  return Math.abs(x) < 1e-6 ? 1 : Math.expm1(x) / x;
}
