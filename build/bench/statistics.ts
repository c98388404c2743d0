/** Holds the median of the rounds, with the least and the greatest. */
export type Spread = { median: number; least: number; most: number };

/** Returns the spread, rounded to `digits` decimals. */
export function spreadOf(values: readonly number[], digits: number): Spread {
  const round = (value: number) => Number(value.toFixed(digits));
  return {
    median: round(median(values)),
    least: round(Math.min(...values)),
    most: round(Math.max(...values)),
  };
}

/**
 * Returns the ratio of the medians, with the least and the greatest of the rounds' own ratios. Both are in the order of the
 * rounds.
 */
export function ratioOf(ours: readonly number[], bare: readonly number[]): Spread {
  const ratios = ours.map((value, round) => value / (bare[round] ?? Number.NaN));
  return { ...spreadOf(ratios, 2), median: Number((median(ours) / median(bare)).toFixed(2)) };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? Number.NaN;
  const lower = sorted[Math.ceil(middle) - 1] ?? Number.NaN;
  return (lower + upper) / 2;
}
