/** A figure at a moment (epoch milliseconds). */
export type Sample = { at: number; gb: number };

/**
 * Returns samples of one period, oldest first, none above a later one or above `last`. Traffic only grows
 * within a period, so a smaller figure is the vendor's correction of earlier ones.
 */
export function noneAboveLater(samples: readonly Sample[], last: number): Sample[] {
  let most = last;
  const corrected: Sample[] = [];
  for (let index = samples.length - 1; index >= 0; index -= 1) {
    const sample = samples[index];
    if (sample === undefined) continue;
    most = Math.min(most, sample.gb);
    corrected.push({ at: sample.at, gb: most });
  }
  return corrected.reverse();
}
