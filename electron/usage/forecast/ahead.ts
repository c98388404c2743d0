import { dayMs, startOfDay } from '../../contract/day.ts';
import type { Bursts } from './bursts.ts';
import type { DayShare } from './day-share.ts';
import { burstPrior, monthDays, unknownShare } from './prior.ts';
import { type Hypothesis, type Rate, weekendDays } from './rate.ts';
import { rootOf } from './root.ts';

/** A log-normal part of a mixture, in GB. */
type Part = { weight: number; mean: number; deviation: number };
/** What the traffic until a moment may be: a mixture of log-normal laws. Empty for none. */
export type Ahead = readonly Part[];

/** What is known about traffic to come: the rate without bursts, the bursts in `days`, the rest of today. */
export type Known = { rate: Rate; bursts: Bursts; days: number; rest: DayShare | null };

/** A mean and a variance, in units of the mean rate. */
type Moments = { mean: number; variance: number };

/** Returns what the traffic from now to a moment may be. */
export function trafficUntil(known: Known, toMs: number): Ahead {
  const { now, unitGb, hypotheses } = known.rate;
  const days = (toMs - now) / dayMs;
  const weekend = weekendDays(now, toMs);
  const today = restOfToday(known, days);
  const parts: Part[] = [];
  for (const hypothesis of hypotheses) {
    const { weight } = hypothesis;
    const usual = usualTraffic(hypothesis, days, weekend, today);
    const { none, mean, variance } = burstTraffic(known, hypothesis.spread, days);
    parts.push(logNormal(weight * none, usual, unitGb));
    const burst = { mean: usual.mean + mean, variance: usual.variance + variance };
    parts.push(logNormal(weight * (1 - none), burst, unitGb));
  }
  return parts;
}

/** Returns by how much the rest of today is above its share of the time, in days of traffic. */
function restOfToday({ rate: { now }, rest }: Known, days: number): { above: number; deviation: number } {
  const share = (startOfDay(now) + dayMs - now) / dayMs;
  if (days < share) return { above: 0, deviation: unknownShare * 2 * Math.sqrt(days * (1 - days)) };
  if (rest !== null) return { above: rest.mean - share, deviation: rest.deviation };
  return { above: 0, deviation: unknownShare * 2 * Math.sqrt(share * (1 - share)) };
}

/** Returns the traffic without bursts. */
function usualTraffic(
  { growth, spread, widens, fit, covariance }: Hypothesis,
  days: number,
  weekend: number,
  today: { above: number; deviation: number },
): Moments {
  const grown = meanGrowth((growth * days) / monthDays);
  const x = days * grown;
  const w = weekend * grown;
  const s = (x * days) / (2 * monthDays);
  const [level, ofWeekend, slope] = fit;
  const [xx, xw, xs, ww, ws, ss] = covariance;
  const mean = Math.max(leastLevel * x, x * level + w * ofWeekend + s * slope + today.above * level);
  const ofFit = x * x * xx + w * w * ww + s * s * ss + 2 * (x * w * xw + x * s * xs + w * s * ws);
  const ofDays = spread * spread * days * meanGrowth((2 * growth * days) / monthDays);
  return { mean, variance: (ofDays + ofFit) * widens * widens + (today.deviation * level) ** 2 };
}

/** Traffic may decline to this share of the rate, and not to nothing. */
const leastLevel = 0.05;

/**
 * Returns the probability of no burst, and what bursts add if there is one: their rate has a gamma law, so their number
 * has a negative binomial one.
 */
function burstTraffic(
  { rate, bursts, days: read }: Known,
  spread: number,
  days: number,
): Moments & { none: number } {
  const shape = burstPrior.count + bursts.count;
  const seen = burstPrior.days + read;
  const none = (seen / (seen + days)) ** shape;
  const count = (shape * days) / seen;
  const usualSize = burstPrior.spreads * spread + burstPrior.least;
  const sizes = burstPrior.sizes + bursts.count;
  const size = (burstPrior.sizes * usualSize + bursts.gb / rate.unitGb) / sizes;
  // Twice the square: before any was read, sizes have an exponential law.
  const square = (2 * burstPrior.sizes * usualSize ** 2 + bursts.squares / rate.unitGb ** 2) / sizes;
  const mean = count * size;
  const squared = count * square + (count * days * size * size) / seen + mean * mean;
  const some = Math.max(1 - none, 1e-9);
  return { none, mean: mean / some, variance: Math.max(0, squared / some - (mean / some) ** 2) };
}

/** Returns the log-normal law of this mean and variance. */
function logNormal(weight: number, { mean, variance }: Moments, unitGb: number): Part {
  const squared = Math.log(1 + Math.max(1e-6, variance / (mean * mean)));
  return { weight, mean: Math.log(mean * unitGb) - squared / 2, deviation: Math.sqrt(squared) };
}

/** Returns the mean of e^(x t) for t from 0 to 1. */
function meanGrowth(x: number): number {
  return Math.abs(x) < 1e-6 ? 1 : Math.expm1(x) / x;
}

/** Returns the probability of less traffic than this. */
export function probabilityBelow(ahead: Ahead, gb: number): number {
  return gb <= 0 ? 0 : cumulated(ahead, Math.log(gb));
}

/** Returns the traffic that is not exceeded with this probability; 0 where none is to come. */
export function quantile(ahead: Ahead, probability: number): number {
  if (ahead.length === 0) return 0;
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { mean, deviation } of ahead) {
    low = Math.min(low, mean - 4 * deviation);
    high = Math.max(high, mean + 4 * deviation);
  }
  return Math.exp(rootOf((log) => cumulated(ahead, log) - probability, low, high));
}

function cumulated(ahead: Ahead, log: number): number {
  let sum = 0;
  for (const { weight, mean, deviation } of ahead) sum += weight * normalBelow((log - mean) / deviation);
  return sum;
}

/** Returns the normal law's distribution function (Abramowitz and Stegun 26.2.17, exact to 1e-7). */
function normalBelow(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const series = 0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429)));
  const beyond = 0.3989422804 * Math.exp((-z * z) / 2) * t * series;
  return z > 0 ? 1 - beyond : beyond;
}
