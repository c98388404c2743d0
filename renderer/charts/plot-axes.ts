import type uPlot from 'uplot';
import { widthOf } from './canvas-text.ts';
import type { PlotLook } from './plot-look.ts';

/** Returns the axis of the steps, below the plot. `labels` says where they are, and what they are. */
export function stepAxis(look: PlotLook, labels: uPlot.Axis): uPlot.Axis {
  return { ...plain(look), size: 24, gap: 6, grid: { show: false }, ...labels };
}

/** Returns the axis of the traffic, as wide as its longest label. */
export function trafficAxis(look: PlotLook, labels: uPlot.Axis): uPlot.Axis {
  return {
    ...plain(look),
    scale: 'gb',
    size: (_plot, values) => 14 + Math.max(0, ...(values ?? []).map((value) => widthOf(value, look.font))),
    gap: 6,
    space: 44,
    grid: { stroke: look.colors.grid, width: 1 },
    ...labels,
  };
}

function plain({ colors, font }: PlotLook): uPlot.Axis {
  return { stroke: colors.hint, font, ticks: { show: false } };
}
