import type uPlot from 'uplot';
import { formatNumber } from '../../electron/text/traffic.ts';
import { barSeries } from './bar-series.ts';
import { widthOf } from './canvas-text.ts';
import {
  type ChartMonth,
  chartDays,
  columnOf,
  highestDayGb,
  highestGb,
  type MonthSeries,
  seriesNames,
} from './month-data.ts';
import { drawMonthMarks, type MonthLook } from './month-marks.ts';
import { stepAxis, trafficAxis } from './plot-axes.ts';
import type { PlotLook, PlotOptions } from './plot-look.ts';

/** The share of the height that the highest day takes, below the line of the total. */
const daysShare = 0.42;
const headroom = 1.08;

/** Returns the options of a month's plot: x is the whole period, the days have a scale below that of the total. */
export function monthOptions(month: ChartMonth, view: MonthLook): PlotOptions {
  return ({ colors, font }) => {
    const full = view.size === 'full';
    const labels = full ? view.edgeLabels : [];
    const right = labels.length === 0 ? 0 : 12 + Math.max(...labels.map(({ text }) => widthOf(text, font)));
    return {
      padding: full ? [18, right, 0, 0] : [4, 1, 1, 1],
      scales: scalesOf(month),
      axes: axesOf(month, view, { colors, font }),
      series: [{}, ...seriesOf({ colors, font })],
      bands: [{ series: [columnOf('forecastHigh'), columnOf('forecastLow')], fill: colors.fan, dir: -1 }],
      hooks: {
        draw: [(plot) => drawMonthMarks(plot, month, { ...view, edgeLabels: labels }, { colors, font })],
      },
    };
  };
}

function scalesOf(month: ChartMonth): uPlot.Scales {
  const days = chartDays(month).length;
  const topGb = highestGb(month) * headroom || 1;
  const topDayGb = highestDayGb(month) / daysShare || 1;
  return {
    x: { time: false, range: () => [0, days] },
    gb: { range: () => [0, topGb] },
    day: { range: () => [0, topDayGb] },
  };
}

function axesOf(month: ChartMonth, { locale, size }: MonthLook, look: PlotLook): uPlot.Axis[] {
  const show = size === 'full';
  const days = chartDays(month);
  return [
    stepAxis(look, {
      show,
      splits: (plot) => labelledDays(days.length, plot.width < 420 ? 10 : 5).map((day) => day - 0.5),
      values: (_plot, splits) => splits.map((x) => dayOfMonth(days[Math.floor(x)]?.at, locale)),
    }),
    trafficAxis(look, { show, values: (_plot, splits) => splits.map((gb) => formatNumber(gb, locale)) }),
  ];
}

/** Returns the days that have a label: the first, and each fifth or tenth. */
export function labelledDays(days: number, every: number): number[] {
  const rest = Array.from({ length: Math.floor(days / every) }, (_, index) => (index + 1) * every);
  return [1, ...rest];
}

function dayOfMonth(day: string | undefined, locale: string): string {
  return day === undefined ? '' : Number(day.slice(8, 10)).toLocaleString(locale);
}

function seriesOf({ colors }: PlotLook): uPlot.Series[] {
  const line = (series: uPlot.Series): uPlot.Series => ({ scale: 'gb', points: { show: false }, ...series });
  const bars = (fill: string) => barSeries({ scale: 'day', fill, share: 0.68, widest: 28, radius: 0.15 });
  const edge = { stroke: colors.fanEdge, width: 1 };
  const all: Record<MonthSeries, uPlot.Series> = {
    pastDay: bars(colors.pastDay),
    today: bars(colors.line),
    pace: line({ stroke: colors.hint, width: 1, dash: [1, 4] }),
    forecastHigh: line(edge),
    forecastLow: line(edge),
    forecast: line({ stroke: colors.line, width: 1.5, dash: [4, 4] }),
    bridge: line({ stroke: colors.hint, width: 1, dash: [3, 3], spanGaps: true }),
    total: line({ stroke: colors.line, width: 2 }),
  };
  return seriesNames.map((name) => all[name]);
}
