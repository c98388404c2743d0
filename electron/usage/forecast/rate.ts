import { dayMs } from '../../contract/day.ts';
import type { Piece } from './pieces.ts';
import { growths, levelPrecision, memories, monthDays, spreads, trust, weekends } from './prior.ts';

/** Less likely hypotheses change no figure that is shown. */
const leastWeight = 0.004;

/**
 * One hypothesis with its probability: the level, the weekend's difference from it and the growth beside `growth`, in
 * units of the mean rate, and the six different entries of their covariance.
 */
export type Hypothesis = {
  weight: number;
  growth: number;
  /** The standard deviation of a day. */
  spread: number;
  widens: number;
  fit: readonly [level: number, weekend: number, slope: number];
  covariance: Symmetric;
};

/** A symmetric 3 × 3 matrix: its upper triangle by rows. */
type Symmetric = readonly [number, number, number, number, number, number];

/** What pieces of traffic say about the rate at a moment; `unitGb` is their mean rate a day. */
export type Rate = { now: number; unitGb: number; hypotheses: readonly Hypothesis[] };

/**
 * Returns what the rate may be, by Bayesian linear regression for each hypothesis and averaged by the marginal
 * likelihoods (Bayesian model averaging). Null without traffic.
 */
export function rateOf(pieces: readonly Piece[], now: number): Rate | null {
  const unitGb = meanRate(pieces, now);
  if (!(unitGb > 0)) return null;
  const rows = pieces.map((piece) => rowOf(piece, unitGb, now));
  const today = growths.map(({ growth }) => rows.map(({ traffic, at }) => traffic * Math.exp(-growth * at)));
  const found: Hypothesis[] = [];
  for (const memory of memories) {
    const weights = rows.map(({ days, at }) => Math.exp((at * monthDays) / memory.days) / days);
    const squares = squaresOf(rows, weights);
    for (const [index, growth] of growths.entries()) {
      const prior = memory.prior * growth.prior;
      addFits(found, { ...squares, ...productsOf(rows, weights, today[index] ?? []), prior }, growth);
    }
  }
  return { now, unitGb, hypotheses: likeliest(found) };
}

/** A piece as the regression sees it; `at` is its middle in months from now. */
type Row = { days: number; weekend: number; at: number; traffic: number };

function rowOf({ fromMs, toMs, days, gb }: Piece, unitGb: number, now: number): Row {
  const at = ((fromMs + toMs) / 2 - now) / (monthDays * dayMs);
  return { days, weekend: weekendDays(fromMs, toMs), at, traffic: gb / unitGb };
}

type Squares = { xx: Symmetric; count: number; logWeights: number; ats: number };

function squaresOf(rows: readonly Row[], weights: readonly number[]): Squares {
  let [a, b, c, d, e, f, logWeights, ats] = [0, 0, 0, 0, 0, 0, 0, 0];
  for (const [index, { days, weekend, at }] of rows.entries()) {
    const weight = weights[index] ?? 0;
    const slope = days * at;
    a += weight * days * days;
    b += weight * days * weekend;
    c += weight * days * slope;
    d += weight * weekend * weekend;
    e += weight * weekend * slope;
    f += weight * slope * slope;
    logWeights += Math.log(weight);
    ats += at;
  }
  return { xx: [a, b, c, d, e, f], count: rows.length, logWeights, ats };
}

type Products = { xy: readonly [number, number, number]; yy: number };

/** Returns the sums with the traffic, which was taken back to today's level by the growth. */
function productsOf(rows: readonly Row[], weights: readonly number[], traffic: readonly number[]): Products {
  let level = 0;
  let weekends = 0;
  let slope = 0;
  let yy = 0;
  for (const [index, { days, weekend, at }] of rows.entries()) {
    const today = traffic[index] ?? 0;
    const weighted = (weights[index] ?? 0) * today;
    level += weighted * days;
    weekends += weighted * weekend;
    slope += weighted * days * at;
    yy += weighted * today;
  }
  return { xy: [level, weekends, slope], yy };
}

type Growth = { growth: number; precision: number };

/** Adds the fits for each spread, with and without a weekend. */
function addFits(found: Hypothesis[], sums: Squares & Products & { prior: number }, growth: Growth): void {
  // The traffic was divided by its growth, and so was its density.
  const change = sums.logWeights / 2 - growth.growth * sums.ats;
  for (const { spread, prior, widens } of spreads)
    for (const weekend of weekends) {
      const { evidence, fit, covariance } = solved(sums, 1 / (spread * spread), growth, weekend);
      const weight = Math.log(sums.prior * prior * weekend.prior) + trust * (change + evidence);
      found.push({
        weight,
        growth: growth.growth,
        spread: lastingSpread(spread, weekend),
        widens,
        fit,
        covariance,
      });
    }
}

/** Leaves out what differs between weekdays and so adds up to nothing over a week. */
function lastingSpread(spread: number, { returning }: { returning: number }): number {
  return Math.sqrt(spread * spread - Math.min(0.6 * spread * spread, returning));
}

type Solved = { evidence: number } & Pick<Hypothesis, 'fit' | 'covariance'>;

/** Solves the normal equations, with the logarithm of the marginal likelihood (but for a constant). */
function solved(
  { xx, xy, yy, count }: Squares & Products,
  precision: number,
  { precision: ofSlope }: Growth,
  { mean, precision: ofWeekend }: { mean: number; precision: number },
): Solved {
  // One by one: taken from arrays, these would cost twice as much.
  const a = xx[0] * precision + levelPrecision;
  const b = xx[1] * precision;
  const c = xx[2] * precision;
  const d = xx[3] * precision + ofWeekend;
  const e = xx[4] * precision;
  const f = xx[5] * precision + ofSlope;
  const right0 = xy[0] * precision + levelPrecision;
  const right1 = xy[1] * precision + ofWeekend * mean;
  const right2 = xy[2] * precision;
  const minor0 = d * f - e * e;
  const minor1 = c * e - b * f;
  const minor2 = b * e - c * d;
  const determinant = a * minor0 + b * minor1 + c * minor2;
  const inverse: Symmetric = [
    minor0 / determinant,
    minor1 / determinant,
    minor2 / determinant,
    (a * f - c * c) / determinant,
    (b * c - a * e) / determinant,
    (a * d - b * b) / determinant,
  ];
  const level = inverse[0] * right0 + inverse[1] * right1 + inverse[2] * right2;
  const weekend = inverse[1] * right0 + inverse[3] * right1 + inverse[4] * right2;
  const slope = inverse[2] * right0 + inverse[4] * right1 + inverse[5] * right2;
  const explained = level * right0 + weekend * right1 + slope * right2;
  const missed = yy * precision + levelPrecision + ofWeekend * mean * mean - explained;
  const volume = Math.log((levelPrecision * ofWeekend * ofSlope) / determinant) + count * Math.log(precision);
  return { evidence: (volume - missed) / 2, fit: [level, weekend, slope], covariance: inverse };
}

/** Turns logarithms into probabilities, and leaves out what is unlikely. */
function likeliest(found: Hypothesis[]): Hypothesis[] {
  const most = found.reduce((highest, { weight }) => Math.max(highest, weight), Number.NEGATIVE_INFINITY);
  const floor = most + Math.log(leastWeight);
  const kept = found.filter(({ weight }) => weight > floor);
  const sum = kept.reduce((total, { weight }) => total + Math.exp(weight - most), 0);
  return kept.map((each) => ({ ...each, weight: Math.exp(each.weight - most) / sum }));
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
