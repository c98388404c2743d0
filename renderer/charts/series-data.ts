/** Describes one step: its moment in epoch seconds, its label as the API writes it, and its value; null is a gap. */
export type ChartStep = { at: number; label: string; value: number | null };

const hourS = 3_600;
const hourStrides = [1, 2, 3, 6, 12, 24, 48, 96, 168];
const dayStrides = [1, 2, 5, 7, 14, 30, 60, 91, 182, 365];

/** Returns the columns of the plot: the middle of each step, and its traffic. */
export function seriesColumns(steps: readonly ChartStep[]): [number[], (number | null)[]] {
  return [steps.map((_step, index) => index + 0.5), steps.map(({ value }) => value)];
}

/** Returns whether the steps are hours. */
export function isByHour(steps: readonly ChartStep[]): boolean {
  return steps.some(({ label }) => label.length > 10);
}

/** Returns the steps that have a label, at most a number of them: even hours of the day, or days in equal distances. */
export function labelledSteps(steps: readonly ChartStep[], most: number): number[] {
  const byHour = isByHour(steps);
  const strides = byHour ? hourStrides : dayStrides;
  const placed = (stride: number) =>
    steps.flatMap(({ at }, index) => {
      const place = byHour ? Math.floor(at / hourS) : index;
      return place % stride === 0 ? [index] : [];
    });
  for (const stride of strides) if (steps.length / stride <= most) return placed(stride);
  return steps.length === 0 ? [] : [0];
}
