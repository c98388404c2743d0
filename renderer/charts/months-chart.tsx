import { useMemo } from 'react';
import { ceilingText, formatMonthYear, monthReadout } from '../../electron/text/charts.ts';
import { type ChartMonths, monthsColumns } from './months-data.ts';
import { monthsOptions } from './months-options.ts';
import { Plot } from './plot.tsx';

type MonthsChartProps = {
  label: string;
  locale: string;
  /** The same object while nothing changed, since a new one is drawn again. */
  view: ChartMonths;
  height: number;
};

/** Draws months as bars against the plan. The last one is hatched up to its forecast. */
export function MonthsChart({ label, locale, view, height }: MonthsChartProps) {
  const columns = useMemo(() => monthsColumns(view), [view]);
  const options = useMemo(() => {
    const { ceiling } = view;
    const text = ceiling === null ? null : ceilingText(ceiling, locale);
    return monthsOptions(view, text, locale);
  }, [view, locale]);
  const readout = (step: number) => {
    const month = view.months[step];
    const last = step === view.months.length - 1;
    return month === undefined ? '' : monthReadout(month, last ? view.forecastGb : null, locale);
  };
  const nameOf = (step: number) => formatMonthYear(view.months[step]?.month ?? '', locale);
  return (
    <Plot
      label={label}
      height={height}
      columns={columns}
      options={options}
      steps={view.months.length}
      readout={readout}
      spans={{
        values: view.months.map(({ totalGb, atLeast }) => ({ gb: totalGb, atLeast })),
        names: (first, last) => [nameOf(first), nameOf(last)],
        locale,
      }}
    />
  );
}
