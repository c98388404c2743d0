import { type RefObject, useEffect, useRef } from 'react';
import uPlot from 'uplot';
import { readChartColors } from './chart-colors.ts';
import type { Columns } from './month-data.ts';
import type { PlotLook, PlotOptions } from './plot-look.ts';
import { useSurroundings } from './use-surroundings.ts';

type Drawn = { columns: Columns; options: PlotOptions; height: number; onResize: () => void };

/** uPlot's own legend and crosshair, instead of which there are our tooltip and marks. */
const withoutOwn = { legend: { show: false }, cursor: { show: false } };

/** Draws a plot into an element, and again where its data or what surrounds the canvas changes. */
export function usePlot(
  frame: RefObject<HTMLDivElement | null>,
  { columns, options, height, onResize }: Drawn,
): RefObject<uPlot | null> {
  const plot = useRef<uPlot | null>(null);
  const surroundings = useSurroundings();
  const resized = useRef(onResize);
  resized.current = onResize;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what surrounds the canvas decides its colours and pixels.
  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const size = () => ({ width: element.clientWidth, height });
    const drawn = new uPlot({ ...withoutOwn, ...options(lookOf(element)), ...size() }, columns, element);
    plot.current = drawn;
    const observer = new ResizeObserver(() => {
      resized.current();
      drawn.setSize(size());
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      drawn.destroy();
      plot.current = null;
    };
  }, [columns, options, height, surroundings]);
  return plot;
}

/** Returns the step at a place of the pointer, and whether that is in the area of the plot; null before it is drawn. */
export function stepAt(plot: uPlot | null, clientX: number): { step: number; isInside: boolean } | null {
  if (plot === null) return null;
  const area = plot.over.getBoundingClientRect();
  const x = clientX - area.left;
  return { step: Math.floor(plot.posToVal(x, 'x')), isInside: x >= 0 && x <= area.width };
}

/** Returns the step that a key leads to, or null. */
export function stepTo(key: string, now: number | null, steps: number): number | null {
  if (key === 'ArrowLeft') return (now ?? steps) - 1;
  if (key === 'ArrowRight') return (now ?? -1) + 1;
  if (key === 'Home') return 0;
  return key === 'End' ? steps - 1 : null;
}

function lookOf(element: HTMLElement): PlotLook {
  const { fontSize, fontFamily } = getComputedStyle(element);
  return { colors: readChartColors(element), font: [fontSize, fontFamily].join(' ') };
}
