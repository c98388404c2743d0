/** A month's total; `atLeast` where it was not read to its end. Null is not known, never zero. */
export type ChartMonthTotal = { month: string; totalGb: number | null; atLeast: boolean };

/** The months with what is drawn beside them. `forecastGb` is the expected end of the last month. */
export type ChartMonths = {
  months: readonly ChartMonthTotal[];
  forecastGb: number | null;
  ceiling: { name: string; gb: number } | null;
};

/** Returns the columns of the plot: the middle of each month, past months, and the last one. */
export function monthsColumns({ months }: ChartMonths): [number[], (number | null)[], (number | null)[]] {
  const last = months.length - 1;
  return [
    months.map((_month, index) => index + 0.5),
    months.map(({ totalGb }, index) => (index === last ? null : totalGb)),
    months.map(({ totalGb }, index) => (index === last ? totalGb : null)),
  ];
}
