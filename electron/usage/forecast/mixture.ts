import { whereProbable } from './root.ts';

/** A mixture of log-normal laws. Of each in turn: its weight, and the mean and deviation of the logarithm. */
export type Mixture = Float64Array;
/** The numbers of a law in a mixture. */
export const ofLaw = 3;

/** Quantiles are exact to this, in odds and in the logarithm. */
const exact = 1e-6;

/** Returns the probability of less than this. */
export function probabilityBelow(mixture: Mixture, amount: number): number {
  return amount <= 0 ? 0 : cumulated(mixture, Math.log(amount));
}

/** Returns the amount that is not exceeded with this probability. */
export function quantile(mixture: Mixture, probability: number): number {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < mixture.length; index += ofLaw) {
    const mean = mixture[index + 1] ?? 0;
    const deviation = mixture[index + 2] ?? 0;
    low = Math.min(low, mean - 4 * deviation);
    high = Math.max(high, mean + 4 * deviation);
  }
  const search = { low, high, highest: 1, near: exact, width: exact * (high - low) };
  return Math.exp(whereProbable((log) => cumulated(mixture, log), probability, search));
}

function cumulated(mixture: Mixture, log: number): number {
  let sum = 0;
  for (let index = 0; index < mixture.length; index += ofLaw) {
    const deviations = (log - (mixture[index + 1] ?? 0)) / (mixture[index + 2] ?? 1);
    sum += (mixture[index] ?? 0) * normalBelow(deviations);
  }
  return sum;
}

/** Returns the normal law's distribution function (Abramowitz and Stegun 26.2.17, exact to 1e-7). */
function normalBelow(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const series = 0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429)));
  const beyond = 0.3989422804 * Math.exp((-z * z) / 2) * t * series;
  return z > 0 ? 1 - beyond : beyond;
}
