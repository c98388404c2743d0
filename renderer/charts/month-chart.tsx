import { useMemo } from 'react';
import { ceilingText, dayReadout, formatWeekday } from '../../electron/text/charts.ts';
import { say } from '../../electron/text/say.ts';
import { formatRoughNumber } from '../../electron/text/traffic.ts';
import { type ChartMonth, chartDays, monthColumns } from './month-data.ts';
import type { EdgeLabel, MonthLook } from './month-marks.ts';
import { monthOptions } from './month-options.ts';
import { Plot, type Spans } from './plot.tsx';

type MonthChartProps = {
  /** The accessible name. */
  label: string;
  locale: string;
  /** The same object while nothing changed, since a new one is drawn again. */
  month: ChartMonth;
  size?: MonthLook['size'];
  /** In CSS pixels. */
  height: number;
  onZoom?: ((firstDay: string, lastDay: string) => void) | undefined;
};

/** Draws a month or a cycle: bars for days, the total against the plan or limit, and the forecast with its range. */
export function MonthChart({ label, locale, month, size = 'full', height, onZoom }: MonthChartProps) {
  const days = useMemo(() => chartDays(month), [month]);
  const columns = useMemo(() => monthColumns(month), [month]);
  const options = useMemo(() => {
    const edgeLabels = edgeLabelsOf(month, locale);
    return monthOptions(month, { locale, size, todayLabel: say('charts.today'), edgeLabels });
  }, [month, locale, size]);
  const readout = (step: number) => {
    const day = days[step];
    return day === undefined ? '' : dayReadout(day, month.ceiling?.gb ?? null, locale);
  };
  const dayAt = (step: number) => days[step]?.at ?? '';
  // Days to come have no traffic, so they are not selected.
  const today = days.findIndex(({ isToday }) => isToday);
  const spans: Spans = {
    values: days.slice(0, today < 0 ? days.length : today + 1).map(({ trafficGb }) => ({ gb: trafficGb })),
    names: (first, last) => [formatWeekday(dayAt(first), locale), formatWeekday(dayAt(last), locale)],
    locale,
    onZoom: onZoom && ((first, last) => onZoom(dayAt(first), dayAt(last))),
  };
  return (
    <Plot
      label={label}
      height={height}
      columns={columns}
      options={options}
      steps={days.length}
      readout={readout}
      spans={size === 'full' ? spans : undefined}
    />
  );
}

function edgeLabelsOf({ ceiling, forecast, now }: ChartMonth, locale: string): EdgeLabel[] {
  const labels: EdgeLabel[] = [];
  if (ceiling !== null) labels.push({ of: 'ceiling', gb: ceiling.gb, text: ceilingText(ceiling, locale) });
  if (forecast !== null && now !== null)
    labels.push({
      of: 'forecast',
      gb: forecast.endGb,
      text: say('charts.about', { gb: formatRoughNumber(forecast.endGb, locale) }),
    });
  return labels;
}
