import { type KeyboardEvent, type PointerEvent, useId, useRef, useState } from 'react';
import { spanText } from '../../electron/text/charts.ts';
import { say } from '../../electron/text/say.ts';
import type { Columns } from './month-data.ts';
import type { PlotOptions } from './plot-look.ts';
import { SpanLine, SpanMark, Tooltip } from './plot-marks.tsx';
import { boundsOf, type SpanValue, sumOf, withinSteps } from './span.ts';
import { stepAt, stepTo, usePlot } from './use-plot.ts';
import { useSpan } from './use-span.ts';
import 'uplot/dist/uPlot.min.css';
import './charts.css';

/** Lets the user select some of the first steps, of which these are the values. */
export type Spans = {
  values: readonly SpanValue[];
  /** Returns the names of the first and the last step of a span. */
  names: (first: number, last: number) => [string, string];
  locale: string;
  /** Shows a span as a period; absent where none can be asked for. */
  onZoom?: ((first: number, last: number) => void) | undefined;
};

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
  spans?: Spans | undefined;
};

/**
 * Draws a plot whose steps the pointer or the arrow keys choose: the words of one are in a box beside it, and are announced.
 * A drag, or Shift and the arrow keys, select a span.
 */
export function Plot({ label, height, columns, options, steps, readout, spans }: PlotProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const plot = usePlot(frame, { columns, options, height, onResize: () => setChosen(null) });
  const selection = useSpan(label, spans?.values.length ?? 0);
  const { span } = selection;
  const hintId = useId();

  function choose(step: number | null, by: Chosen['by']): void {
    const within = step === null ? null : withinSteps(step, steps);
    setChosen((last) => {
      if (within === null) return null;
      return last?.step === within && last.by === by ? last : { step: within, by };
    });
  }
  function follow(event: PointerEvent): void {
    const at = stepAt(plot.current, event.clientX);
    if (at === null) return;
    if (selection.drag(event, at.step)) choose(null, 'pointer');
    else choose(at.isInside ? at.step : null, 'pointer');
  }
  function press(event: PointerEvent): void {
    const at = stepAt(plot.current, event.clientX);
    selection.press(event, at?.isInside === true ? at.step : null);
  }
  function move(event: KeyboardEvent): void {
    const { key, shiftKey } = event;
    const next = shiftKey ? selection.byKey(key, chosen?.step ?? null) : null;
    const step = next?.end ?? stepTo(key, chosen?.step ?? null, steps);
    // Escape gives back the whole period first, and closes what is around the chart only after that.
    const ends = key === 'Escape' && span !== null;
    if (step !== null || ends) event.preventDefault();
    if (ends) selection.clear();
    if (step !== null || key === 'Escape') choose(step, next === null ? 'keys' : 'span');
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
        aria-describedby={spans === undefined ? undefined : hintId}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys read the values one by one.
        tabIndex={0}
        onKeyDown={move}
        onBlur={() => setChosen(null)}
        onPointerDown={press}
        onPointerMove={follow}
        onPointerUp={selection.release}
        onPointerCancel={selection.release}
        onDoubleClick={selection.clear}
        onPointerLeave={() => setChosen(null)}
      />
      {span !== null && plot.current !== null && <SpanMark plot={plot.current} span={span} />}
      {chosen !== null && chosen.by !== 'span' && plot.current !== null && (
        <Tooltip plot={plot.current} step={chosen.step} words={words} />
      )}
      {/* What the pointer shows is seen already. */}
      <p className="unseen" aria-live="polite">
        {chosen?.by === 'keys' ? words : ''}
      </p>
      {spans !== undefined && (
        <>
          <p className="unseen" id={hintId}>
            {say('charts.selectHint')}
          </p>
          <Selected spans={spans} selection={selection} />
        </>
      )}
    </div>
  );
}

type Chosen = { step: number; by: 'pointer' | 'keys' | 'span' };

function Selected({ spans, selection }: { spans: Spans; selection: ReturnType<typeof useSpan> }) {
  const { span, clear } = selection;
  const { values, names, locale, onZoom } = spans;
  if (span === null) return <SpanLine words={null} zoom={null} onClear={clear} />;
  const { first, last } = boundsOf(span);
  const zoom = onZoom !== undefined && (
    <button type="button" className="button" onClick={() => onZoom(first, last)}>
      {say('charts.zoom')}
    </button>
  );
  const words = spanText(names(first, last), sumOf(values.slice(first, last + 1)), locale);
  return <SpanLine words={words} zoom={zoom} onClear={clear} />;
}
