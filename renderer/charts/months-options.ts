import uPlot from 'uplot';
import { formatMonthShort } from '../../electron/text/charts.ts';
import { formatNumber } from '../../electron/text/traffic.ts';
import { barSeries } from './bar-series.ts';
import { scaledFont, widthOf } from './canvas-text.ts';
import type { ChartMonths } from './months-data.ts';
import { stepAxis, trafficAxis } from './plot-axes.ts';
import type { PlotLook, PlotOptions } from './plot-look.ts';

const barShare = 0.6;
const widestBar = 44;
/** The distance between the lines of a hatching, in CSS pixels. */
const hatchStep = 6;

/** Returns the options of a plot of months, with the text at the end of the plan's line. */
export function monthsOptions(view: ChartMonths, ceilingText: string | null, locale: string): PlotOptions {
  const { months, ceiling, forecastGb } = view;
  const totals = months.flatMap(({ totalGb }) => totalGb ?? []);
  const topGb = Math.max(0, ...totals, ceiling?.gb ?? 0, forecastGb ?? 0) * 1.08 || 1;
  return (look) => {
    const { colors, font } = look;
    const bars = (fill: string) =>
      barSeries({ scale: 'gb', fill, share: barShare, widest: widestBar, radius: 0.08 });
    return {
      padding: [12, ceilingText === null ? 0 : 12 + widthOf(ceilingText, font), 0, 0],
      scales: { x: { time: false, range: () => [0, months.length] }, gb: { range: () => [0, topGb] } },
      axes: [
        stepAxis(look, {
          splits: (plot) =>
            labelledMonths(months.length, plot.width < 480 ? 3 : 1).map((index) => index + 0.5),
          values: (_plot, splits) =>
            splits.map((x) => formatMonthShort(months[Math.floor(x)]?.month ?? '', locale)),
        }),
        trafficAxis(look, { values: (_plot, splits) => splits.map((gb) => formatNumber(gb, locale)) }),
      ],
      series: [{}, bars(colors.pastDay), bars(colors.line)],
      hooks: {
        draw: [
          (plot) => {
            drawHatching(plot, view, look);
            if (ceiling !== null && ceilingText !== null) drawCeiling(plot, ceiling.gb, ceilingText, look);
          },
        ],
      },
    };
  };
}

/** Returns the months that have a label, counted back from the last. */
export function labelledMonths(count: number, every: number): number[] {
  return Array.from({ length: count }, (_, index) => index).filter(
    (index) => (count - 1 - index) % every === 0,
  );
}

/** Draws what the last month is expected to add, as hatching above its bar. */
function drawHatching(plot: uPlot, { months, forecastGb }: ChartMonths, { colors }: PlotLook): void {
  const fromGb = months.at(-1)?.totalGb ?? null;
  if (forecastGb === null || fromGb === null || forecastGb <= fromGb) return;
  const ratio = uPlot.pxRatio;
  const middle = plot.valToPos(months.length - 0.5, 'x', true);
  const step = plot.valToPos(1, 'x', true) - plot.valToPos(0, 'x', true);
  const width = Math.min(step * barShare, widestBar * ratio);
  const top = plot.valToPos(forecastGb, 'gb', true);
  const height = plot.valToPos(fromGb, 'gb', true) - top;
  const { ctx } = plot;
  ctx.save();
  ctx.strokeStyle = colors.line;
  ctx.lineWidth = ratio;
  ctx.strokeRect(middle - width / 2, top, width, height);
  ctx.beginPath();
  ctx.rect(middle - width / 2, top, width, height);
  ctx.clip();
  ctx.beginPath();
  for (let x = -height; x < width; x += hatchStep * ratio) {
    ctx.moveTo(middle - width / 2 + x, top + height);
    ctx.lineTo(middle - width / 2 + x + height, top);
  }
  ctx.stroke();
  ctx.restore();
}

function drawCeiling(plot: uPlot, gb: number, text: string, { colors, font }: PlotLook): void {
  const { ctx, bbox } = plot;
  const y = plot.valToPos(gb, 'gb', true);
  ctx.save();
  ctx.strokeStyle = colors.ceiling;
  ctx.lineWidth = 1.5 * uPlot.pxRatio;
  ctx.beginPath();
  ctx.moveTo(bbox.left, y);
  ctx.lineTo(bbox.left + bbox.width, y);
  ctx.stroke();
  ctx.font = scaledFont(`600 ${font}`);
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  ctx.fillStyle = colors.ceiling;
  ctx.fillText(text, bbox.left + bbox.width + 6 * uPlot.pxRatio, y);
  ctx.restore();
}
