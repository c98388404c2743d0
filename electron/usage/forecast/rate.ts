import { dayMs } from '../../contract/day.ts';
import type { Piece } from './pieces.ts';
import { growths, levelPrecision, memories, monthDays, spreads, trust, weekends } from './prior.ts';
import { evidenceOf, type Fit, fitOf, type Sums, type Symmetric } from './regression.ts';

/** Less likely hypotheses change no figure that is shown. */
const leastWeight = 0.004;

/** One hypothesis with its probability. Its fit is in units of the mean rate, and its slope is the growth beside `growth`. */
export type Hypothesis = Fit & {
  weight: number;
  /** Its place among the growths. */
  growth: number;
  /** The standard deviation of a day. */
  spread: number;
  widens: number;
};

/** What pieces of traffic say about the rate at a moment; `unitGb` is their mean rate a day. */
export type Rate = { now: number; unitGb: number; hypotheses: readonly Hypothesis[] };

/** Each spread with and without a weekend, by growth: what does not depend on the traffic. */
const kinds = growths.map(({ precision: ofSlope, prior: ofGrowth }) =>
  spreads.flatMap(({ spread, widens, prior }) =>
    weekends.map(({ mean, precision: ofWeekend, returning, prior: ofKind }) => ({
      // What differs between weekdays and so adds up to nothing over a week is left out.
      spread: Math.sqrt(spread * spread - Math.min(0.6 * spread * spread, returning)),
      widens,
      precision: 1 / (spread * spread),
      before: { ofLevel: levelPrecision, ofWeekend, ofSlope, mean },
      logPrior: Math.log(ofGrowth * prior * ofKind),
    })),
  ),
);

/**
 * Returns what the rate may be, by Bayesian linear regression for each hypothesis and averaged by the marginal
 * likelihoods (Bayesian model averaging). Null without traffic.
 */
export function rateOf(pieces: readonly Piece[], now: number): Rate | null {
  const unitGb = meanRate(pieces, now);
  if (!(unitGb > 0)) return null;
  const cases = casesOf(pieces.map((piece) => rowOf(piece, unitGb, now)));
  return { now, unitGb, hypotheses: likeliest(cases, weightsOf(cases)) };
}

/** Returns the logarithm of each kind's probability in each case, but for a constant. */
function weightsOf(cases: readonly Case[]): number[] {
  const weights: number[] = [];
  for (const { growth, sums, logPrior } of cases)
    for (const kind of kinds[growth] ?? [])
      weights.push(logPrior + kind.logPrior + trust * evidenceOf(sums, kind.precision, kind.before));
  return weights;
}

/** Turns logarithms into probabilities, and fits what is not unlikely. */
function likeliest(cases: readonly Case[], weights: readonly number[]): Hypothesis[] {
  const most = weights.reduce((highest, weight) => Math.max(highest, weight), Number.NEGATIVE_INFINITY);
  const shares = weights.map((weight) => Math.exp(weight - most));
  const sum = shares.reduce((total, share) => (share > leastWeight ? total + share : total), 0);
  const hypotheses: Hypothesis[] = [];
  let index = 0;
  for (const { growth, sums } of cases)
    for (const { spread, widens, precision, before } of kinds[growth] ?? []) {
      const share = shares[index] ?? 0;
      index += 1;
      if (share > leastWeight)
        hypotheses.push({ weight: share / sum, growth, spread, widens, ...fitOf(sums, precision, before) });
    }
  return hypotheses;
}

/** A piece as the regression sees it; `at` is its middle in months from now. */
type Row = { days: number; weekend: number; at: number; traffic: number };

function rowOf({ fromMs, toMs, days, gb }: Piece, unitGb: number, now: number): Row {
  const at = ((fromMs + toMs) / 2 - now) / (monthDays * dayMs);
  return { days, weekend: weekendDays(fromMs, toMs), at, traffic: gb / unitGb };
}

/** The sums by a memory and a growth, given by its place, with the logarithm of what they add to each kind's prior. */
type Case = { growth: number; sums: Sums; logPrior: number };

function casesOf(rows: readonly Row[]): Case[] {
  const ats = rows.reduce((sum, { at }) => sum + at, 0);
  const grown = growths.map(({ growth }) => rows.map(({ traffic, at }) => traffic * Math.exp(-growth * at)));
  return memories.flatMap(({ days: memoryDays, prior }) => {
    const weights = rows.map(({ days, at }) => Math.exp((at * monthDays) / memoryDays) / days);
    const logWeights = weights.reduce((sum, weight) => sum + Math.log(weight), 0);
    const xx = squaresOf(rows, weights);
    return growths.map(({ growth }, index) => {
      const sums = { xx, count: rows.length, ...productsOf(rows, weights, grown[index] ?? []) };
      // The traffic was divided by its growth, and so was its density.
      return { growth: index, sums, logPrior: Math.log(prior) + trust * (logWeights / 2 - growth * ats) };
    });
  });
}

function squaresOf(rows: readonly Row[], weights: readonly number[]): Symmetric {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let e = 0;
  let f = 0;
  let index = 0;
  for (const { days, weekend, at } of rows) {
    const weight = weights[index] ?? 0;
    const slope = days * at;
    a += weight * days * days;
    b += weight * days * weekend;
    c += weight * days * slope;
    d += weight * weekend * weekend;
    e += weight * weekend * slope;
    f += weight * slope * slope;
    index += 1;
  }
  return [a, b, c, d, e, f];
}

/** Returns the sums with the traffic, which was taken back to today's level by the growth. */
function productsOf(
  rows: readonly Row[],
  weights: readonly number[],
  traffic: readonly number[],
): Pick<Sums, 'xy' | 'yy'> {
  let level = 0;
  let weekends = 0;
  let slope = 0;
  let yy = 0;
  let index = 0;
  for (const { days, weekend, at } of rows) {
    const today = traffic[index] ?? 0;
    const weighted = (weights[index] ?? 0) * today;
    level += weighted * days;
    weekends += weighted * weekend;
    slope += weighted * days * at;
    yy += weighted * today;
    index += 1;
  }
  return { xy: [level, weekends, slope], yy };
}

/** Returns the mean rate a day, of the last weeks above all. */
function meanRate(pieces: readonly Piece[], now: number): number {
  let [gb, days] = [0, 0];
  for (const piece of pieces) {
    const weight = Math.exp((piece.toMs - now) / (20 * dayMs));
    gb += weight * piece.gb;
    days += weight * piece.days;
  }
  return gb / days;
}

/** Returns how many days between two moments are a Saturday or Sunday in UTC. */
export function weekendDays(fromMs: number, toMs: number): number {
  return weekendsSince(toMs) - weekendsSince(fromMs);
}

/** Returns the days of weekends since the first Saturday of 1970, the third of January. */
function weekendsSince(at: number): number {
  const days = at / dayMs - 2;
  const weeks = Math.floor(days / 7);
  return 2 * weeks + Math.min(2, days - 7 * weeks);
}
