import uPlot from 'uplot';
import { scaledFont } from './canvas-text.ts';
import { type ChartMonth, chartDays, positionOf } from './month-data.ts';
import type { PlotLook } from './plot-look.ts';

/** A label at the right edge, at the height of its figure. */
export type EdgeLabel = { gb: number; text: string; of: 'ceiling' | 'forecast' };

/** How a month is drawn. `small` has neither axes nor labels. */
export type MonthLook = {
  locale: string;
  size: 'full' | 'small';
  todayLabel: string;
  edgeLabels: readonly EdgeLabel[];
};

/** The least distance between two lines of text, in CSS pixels. */
const lineHeight = 15;

/** Draws what no series holds: the plan or limit, the rule and the dot of now, and the labels at the right edge. */
export function drawMonthMarks(plot: uPlot, month: ChartMonth, view: MonthLook, look: PlotLook): void {
  const { ctx } = plot;
  ctx.save();
  const pen = penOf(plot);
  const { ceiling, now } = month;
  if (ceiling !== null)
    pen.line([0, ceiling.gb], [chartDays(month).length, ceiling.gb], look.colors.ceiling, 1.5);
  if (now !== null && view.size === 'full') drawNow(plot, month, now, view, look);
  ctx.font = scaledFont(`600 ${look.font}`);
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  for (const { text, of, y } of spacedOut(view.edgeLabels, (gb) => plot.valToPos(gb, 'gb', true))) {
    ctx.fillStyle = of === 'ceiling' ? look.colors.ceiling : look.colors.line;
    ctx.fillText(text, plot.bbox.left + plot.bbox.width + 6 * uPlot.pxRatio, y);
  }
  ctx.restore();
}

function drawNow(
  plot: uPlot,
  month: ChartMonth,
  { atMs, gb }: { atMs: number; gb: number },
  { todayLabel }: MonthLook,
  { colors, font }: PlotLook,
): void {
  const { ctx, bbox } = plot;
  const at = positionOf(atMs, month);
  const [x, y] = [plot.valToPos(at, 'x', true), plot.valToPos(gb, 'gb', true)];
  const ratio = uPlot.pxRatio;
  ctx.strokeStyle = colors.hint;
  ctx.lineWidth = ratio;
  ctx.beginPath();
  ctx.moveTo(x, bbox.top - 12 * ratio);
  ctx.lineTo(x, bbox.top + bbox.height);
  ctx.stroke();
  ctx.font = scaledFont(font);
  ctx.fillStyle = colors.hint;
  ctx.textBaseline = 'middle';
  ctx.textAlign = at < 4 ? 'left' : 'right';
  ctx.fillText(todayLabel, x + (at < 4 ? 6 : -6) * ratio, bbox.top - 8 * ratio);
  ctx.beginPath();
  ctx.arc(x, y, 4 * ratio, 0, 2 * Math.PI);
  ctx.fillStyle = colors.ground;
  ctx.fill();
  ctx.lineWidth = 2 * ratio;
  ctx.strokeStyle = colors.line;
  ctx.stroke();
}

function penOf(plot: uPlot) {
  const { ctx } = plot;
  return {
    line(from: [number, number], to: [number, number], color: string, width: number): void {
      ctx.strokeStyle = color;
      ctx.lineWidth = width * uPlot.pxRatio;
      ctx.beginPath();
      ctx.moveTo(plot.valToPos(from[0], 'x', true), plot.valToPos(from[1], 'gb', true));
      ctx.lineTo(plot.valToPos(to[0], 'x', true), plot.valToPos(to[1], 'gb', true));
      ctx.stroke();
    },
  };
}

/** Returns the labels from the top down, each below the last one. */
export function spacedOut(
  labels: readonly EdgeLabel[],
  heightOf: (gb: number) => number,
  least = lineHeight * uPlot.pxRatio,
): (EdgeLabel & { y: number })[] {
  const placed: (EdgeLabel & { y: number })[] = [];
  for (const label of [...labels].sort((one, other) => other.gb - one.gb)) {
    const last = placed.at(-1);
    const y = heightOf(label.gb);
    placed.push({ ...label, y: last === undefined ? y : Math.max(y, last.y + least) });
  }
  return placed;
}
