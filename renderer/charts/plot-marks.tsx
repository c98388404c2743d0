import type { ReactNode } from 'react';
import type uPlot from 'uplot';
import { say } from '../../electron/text/say.ts';
import { boundsOf, type Span } from './span.ts';

/** Marks the chosen step, with its words in a box on the side that has room. */
export function Tooltip({ plot, step, words }: { plot: uPlot; step: number; words: string }) {
  const area = { left: plot.over.offsetLeft, width: plot.over.clientWidth };
  const middle = (plot.valToPos(step, 'x') + plot.valToPos(step + 1, 'x')) / 2;
  const side = middle > area.width / 2 ? 'left' : 'right';
  return (
    <div aria-hidden="true">
      <Band plot={plot} from={step} until={step + 1} name="plot-step" />
      <div
        className={`plot-tooltip ${side}`}
        style={{ left: area.left + middle, top: plot.over.offsetTop + 4 }}
      >
        {words}
      </div>
    </div>
  );
}

/** Marks the steps of a span. */
export function SpanMark({ plot, span }: { plot: uPlot; span: Span }) {
  const { first, last } = boundsOf(span);
  return <Band plot={plot} from={first} until={last + 1} name="plot-span" />;
}

type BandProps = { plot: uPlot; from: number; until: number; name: string };

function Band({ plot, from, until, name }: BandProps) {
  const [start, end] = [plot.valToPos(from, 'x'), plot.valToPos(until, 'x')];
  const place = { left: plot.over.offsetLeft + start, width: end - start };
  return (
    <div
      aria-hidden="true"
      className={name}
      style={{ ...place, top: plot.over.offsetTop, height: plot.over.clientHeight }}
    />
  );
}

type SpanLineProps = { words: string | null; zoom: ReactNode; onClear: () => void };

/** Says what is selected and its sum, beside the ways on. Its region stays, so that a screen reader follows it. */
export function SpanLine({ words, zoom, onClear }: SpanLineProps) {
  return (
    <div className={words === null ? 'span-line empty' : 'span-line'}>
      <p role="status" aria-label={say('charts.selection')}>
        {words}
      </p>
      {words !== null && (
        <>
          {zoom}
          <button type="button" className="button" onClick={onClear}>
            {say('charts.whole')}
          </button>
        </>
      )}
    </div>
  );
}
