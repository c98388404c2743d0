import { useMemo } from 'react';
import { formatStep, formatTick } from '../../electron/text/charts.ts';
import { say } from '../../electron/text/say.ts';
import { stepText } from '../../electron/text/usage.ts';
import { Plot } from './plot.tsx';
import { type ChartStep, isByHour, seriesColumns } from './series-data.ts';
import { seriesOptions } from './series-options.ts';

type SeriesChartProps = {
  label: string;
  locale: string;
  /** The same object while nothing changed, since a new one is drawn again. */
  steps: readonly ChartStep[];
  height: number;
  /** The time zone of the hours. */
  zone: string;
  onZoom?: ((firstDay: string, lastDay: string) => void) | undefined;
};

/** Draws the hours or days of a period as bars. */
export function SeriesChart({ label, locale, steps, height, zone, onZoom }: SeriesChartProps) {
  const byHour = isByHour(steps);
  const columns = useMemo(() => seriesColumns(steps), [steps]);
  const options = useMemo(
    () => seriesOptions(steps, byHour ? say('usage.csvTime', { zone }) : null, locale),
    [steps, byHour, zone, locale],
  );
  const readout = (step: number) => {
    const shown = steps[step];
    return shown === undefined ? '' : stepText(shown.label, shown.value, locale);
  };
  const labelOf = (step: number) => steps[step]?.label ?? '';
  return (
    <Plot
      label={label}
      height={height}
      columns={columns}
      options={options}
      steps={steps.length}
      readout={readout}
      spans={{
        values: steps.map(({ value }) => ({ gb: value })),
        names: (first, last) => namesOf(labelOf(first), labelOf(last), locale),
        locale,
        onZoom:
          byHour || onZoom === undefined ? undefined : (first, last) => onZoom(labelOf(first), labelOf(last)),
      }}
    />
  );
}

/** Names both ends of a span; the second without its day where that is the first's. */
function namesOf(first: string, last: string, locale: string): [string, string] {
  const from = formatStep(first, locale);
  if (first === last) return [from, from];
  const isSameDay = first.slice(0, 10) === last.slice(0, 10);
  return [from, isSameDay ? formatTick(last, locale) : formatStep(last, locale)];
}
