import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import uPlot from 'uplot';
import { type ChartColors, readChartColors } from './chart-colors.ts';
import type { Columns } from './month-data.ts';
import { useSurroundings } from './use-surroundings.ts';
import 'uplot/dist/uPlot.min.css';
import './charts.css';

/** Returns the options of a plot for the colours and the font of its surroundings. */
export type PlotOptions = (look: PlotLook) => Omit<uPlot.Options, 'width' | 'height'>;
export type PlotLook = { colors: ChartColors; font: string };

type PlotProps = {
  /** The accessible name. */
  label: string;
  height: number;
  columns: Columns;
  options: PlotOptions;
  /** The number of steps along the x axis, each one wide and beginning at 0. */
  steps: number;
  /** Returns a step in words, for the tooltip and for screen readers. */
  readout: (step: number) => string;
};

/** Draws a plot. The pointer or the arrow keys choose a step: its words are in a box beside it, and are announced. */
export function Plot({ label, height, columns, options, steps, readout }: PlotProps) {
  const frame = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | null>(null);
  const surroundings = useSurroundings();
  const [chosen, setChosen] = useState<Chosen | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what surrounds the canvas decides its colours and pixels.
  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const look = lookOf(element);
    const drawn = new uPlot({ ...options(look), width: element.clientWidth, height }, columns, element);
    plot.current = drawn;
    const observer = new ResizeObserver(() => {
      setChosen(null);
      drawn.setSize({ width: element.clientWidth, height });
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      drawn.destroy();
      plot.current = null;
    };
  }, [columns, options, height, surroundings]);

  function choose(step: number | null, by: Chosen['by']): void {
    const within = step === null ? null : Math.min(Math.max(step, 0), steps - 1);
    setChosen((last) => {
      if (within === null) return null;
      return last?.step === within && last.by === by ? last : { step: within, by };
    });
  }
  function follow({ clientX }: PointerEvent): void {
    const area = plot.current?.over.getBoundingClientRect();
    if (area === undefined || plot.current === null) return;
    const x = clientX - area.left;
    choose(x < 0 || x > area.width ? null : Math.floor(plot.current.posToVal(x, 'x')), 'pointer');
  }
  function move(event: KeyboardEvent): void {
    const step = stepTo(event.key, chosen?.step ?? null, steps);
    if (step !== null) event.preventDefault();
    if (step !== null || event.key === 'Escape') choose(step, 'keys');
  }

  const words = chosen === null ? '' : readout(chosen.step);
  return (
    <div className="plot-frame">
      <div
        ref={frame}
        className="plot"
        style={{ height }}
        role="img"
        aria-label={label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys read the values one by one.
        tabIndex={0}
        onKeyDown={move}
        onBlur={() => setChosen(null)}
        onPointerMove={follow}
        onPointerLeave={() => setChosen(null)}
      />
      {chosen !== null && plot.current !== null && (
        <Tooltip plot={plot.current} step={chosen.step} words={words} />
      )}
      {/* What the pointer shows is seen already. */}
      <p className="unseen" aria-live="polite">
        {chosen?.by === 'keys' ? words : ''}
      </p>
    </div>
  );
}

type Chosen = { step: number; by: 'pointer' | 'keys' };

function stepTo(key: string, now: number | null, steps: number): number | null {
  if (key === 'ArrowLeft') return (now ?? steps) - 1;
  if (key === 'ArrowRight') return (now ?? -1) + 1;
  if (key === 'Home') return 0;
  return key === 'End' ? steps - 1 : null;
}

function lookOf(element: HTMLElement): PlotLook {
  const { fontSize, fontFamily } = getComputedStyle(element);
  return { colors: readChartColors(element), font: [fontSize, fontFamily].join(' ') };
}

/** Marks the chosen step, with its words in a box on the side that has room. */
function Tooltip({ plot, step, words }: { plot: uPlot; step: number; words: string }) {
  const area = { left: plot.over.offsetLeft, width: plot.over.clientWidth };
  const [from, to] = [plot.valToPos(step, 'x'), plot.valToPos(step + 1, 'x')];
  const middle = (from + to) / 2;
  const side = middle > area.width / 2 ? 'left' : 'right';
  const height = plot.over.clientHeight;
  return (
    <div aria-hidden="true">
      <div
        className="plot-step"
        style={{ left: area.left + from, width: to - from, top: plot.over.offsetTop, height }}
      />
      <div
        className={`plot-tooltip ${side}`}
        style={{ left: area.left + middle, top: plot.over.offsetTop + 4 }}
      >
        {words}
      </div>
    </div>
  );
}
