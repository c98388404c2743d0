import { formatTick } from '../../electron/text/charts.ts';
import { formatAxisGb } from '../../electron/text/traffic.ts';
import { barSeries } from './bar-series.ts';
import { widthOf } from './canvas-text.ts';
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
  return ({ colors, font }) => {
    const shared = { stroke: colors.hint, font, ticks: { show: false } };
    return {
      padding: [12, 8, 0, 0],
      legend: { show: false },
      cursor: { show: false },
      scales: { x: { time: false, range: () => [0, steps.length] }, gb: { range: () => [0, topGb] } },
      axes: [
        {
          ...shared,
          size: 24,
          gap: 6,
          grid: { show: false },
          ...(title !== null && { label: title, labelFont: font, labelSize: 18 }),
          splits: (plot) => labelledSteps(steps, plot.width / labelWidthPx).map((index) => index + 0.5),
          values: (_plot, splits) => splits.map((x) => formatTick(steps[Math.floor(x)]?.label ?? '', locale)),
        },
        {
          ...shared,
          scale: 'gb',
          size: (_plot, values) => 14 + Math.max(0, ...(values ?? []).map((value) => widthOf(value, font))),
          gap: 6,
          space: 36,
          grid: { stroke: colors.grid, width: 1 },
          values: (_plot, splits) => splits.map((gb) => formatAxisGb(gb, topGb, locale)),
        },
      ],
      series: [{}, barSeries({ scale: 'gb', fill: colors.line, share: 0.72, widest: 28, radius: 0.1 })],
    };
  };
}
