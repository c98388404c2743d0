import uPlot from 'uplot';

export type BarLook = { scale: string; fill: string; share: number; widest: number; radius: number };

/** Returns a series of bars. `share` is a bar's part of its step, `widest` its most CSS pixels. */
export function barSeries({ scale, fill, share, widest, radius }: BarLook): uPlot.Series {
  const paths = uPlot.paths.bars?.({ size: [share, widest], radius });
  return { scale, fill, width: 0, points: { show: false }, ...(paths !== undefined && { paths }) };
}
