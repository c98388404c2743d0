/**
 * What a rate may be like before anything was read, each with its probability. The figures were calibrated on replayed
 * months, so that eight of ten end within the range: see docs/decisions/0011-forecast.md.
 */

/** The unit of growth, in days. */
export const monthDays = 30;

/** The precision of a value that is certain. */
const certain = 1e8;

/** The growth in a month as a logarithm, and the precision of the difference from it. */
export const growths = [
  { growth: 0, precision: certain, prior: 0.06 },
  { growth: 0, precision: 30, prior: 0.05 },
  { growth: 0.4, precision: 30, prior: 0.29 },
  { growth: -0.4, precision: 30, prior: 0.29 },
  { growth: 0.8, precision: 30, prior: 0.14 },
  { growth: -0.8, precision: 30, prior: 0.14 },
  { growth: 1.2, precision: 30, prior: 0.03 },
] as const;

/**
 * How far a day differs from another, as a share of the rate. `widens` corrects the range for what the model leaves
 * out: steady traffic makes up for part of a day's difference later, and rough traffic has heavier tails.
 */
export const spreads = [
  { spread: 0.02, prior: 0.26, widens: 0.22 },
  { spread: 0.04, prior: 0.21, widens: 0.53 },
  { spread: 0.08, prior: 0.17, widens: 0.68 },
  { spread: 0.15, prior: 0.14, widens: 1 },
  { spread: 0.3, prior: 0.11, widens: 1.5 },
  { spread: 0.6, prior: 0.09, widens: 0.56 },
  { spread: 1.2, prior: 0.02, widens: 0.55 },
] as const;

/** By how much of the rate a day of the weekend differs; `returning` is the variance that weekdays have each week. */
export const weekends = [
  { mean: 0, precision: certain, returning: 0, prior: 0.72 },
  { mean: -0.55, precision: 11, returning: 0.012, prior: 0.28 },
] as const;

/** After how many days a day counts a third. */
export const memories = [
  { days: 4, prior: 0.13 },
  { days: 15, prior: 0.32 },
  { days: 1_000, prior: 0.55 },
] as const;

/** The precision of the level beside the mean rate: next to none. */
export const levelPrecision = 0.1;

/** Days count for less than independent, normally distributed ones would (a power likelihood). */
export const trust = 0.92;

/**
 * Bursts before any was read: the probability that there are `never` any, else a gamma law of their rate, `count` in `days`,
 * and their size as a multiple of the spread and in days of traffic, which counts as much as `sizes` bursts that were read.
 */
export const burstPrior = {
  never: 0.47,
  count: 0.54,
  days: 6,
  spreads: 35,
  least: 0.19,
  sizes: 1.5,
} as const;

/** The standard deviation of the share of a day that comes after noon, where no day was read at this time. */
export const unknownShare = 0.34;
