import { formatTick } from '../../electron/text/charts.ts';
import { formatAxisGb } from '../../electron/text/traffic.ts';
import { barSeries } from './bar-series.ts';
import { stepAxis, trafficAxis } from './plot-axes.ts';
import type { PlotOptions } from './plot-look.ts';
import { type ChartStep, labelledSteps } from './series-data.ts';

/** The width that a label of the x axis needs, in CSS pixels. */
const labelWidthPx = 56;

/** Returns the options of a plot of steps, with the title of its x axis: hours mean nothing without their zone. */
export function seriesOptions(
  steps: readonly ChartStep[],
  title: string | null,
  locale: string,
): PlotOptions {
  const topGb = Math.max(0, ...steps.flatMap(({ value }) => value ?? [])) * 1.08 || 1;
  return (look) => {
    const { colors, font } = look;
    return {
      padding: [12, 8, 0, 0],
      scales: { x: { time: false, range: () => [0, steps.length] }, gb: { range: () => [0, topGb] } },
      axes: [
        stepAxis(look, {
          ...(title !== null && { label: title, labelFont: font, labelSize: 18 }),
          splits: (plot) => labelledSteps(steps, plot.width / labelWidthPx).map((index) => index + 0.5),
          values: (_plot, splits) => splits.map((x) => formatTick(steps[Math.floor(x)]?.label ?? '', locale)),
        }),
        trafficAxis(look, {
          space: 36,
          values: (_plot, splits) => splits.map((gb) => formatAxisGb(gb, topGb, locale)),
        }),
      ],
      series: [{}, barSeries({ scale: 'gb', fill: colors.line, share: 0.72, widest: 28, radius: 0.1 })],
    };
  };
}
