import { daysText, dayText } from '../../electron/text/popover.ts';
import type { Figures } from '../state/figures.ts';
import { useNow } from '../state/now.ts';
import { useLocale } from './locale.ts';
import { chartSize, type DayBar, monthLines } from './month-lines.ts';

/** Shows the days of the period as bars, its total as a line, and where it will end beside the plan. */
export function MonthChart({ figures }: { figures: Figures }) {
  const locale = useLocale();
  const lines = monthLines(figures, useNow());
  if (lines === null) return null;
  const { bars, total, end, forecast, fan, pace, planY } = lines;
  const { width, height } = chartSize;
  return (
    <svg
      className="month-chart"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={daysText(bars.filter(isKnown), locale)}
    >
      {bars.map((bar) => (
        <Bar key={bar.at} bar={bar} />
      ))}
      <polygon className="month-fan" points={fan} />
      <polyline className="month-pace" points={pace} />
      <polyline className="month-total" points={total} />
      <polyline className="month-forecast" points={forecast} />
      {end !== null && <circle className="month-end" cx={end.x} cy={end.y} r={3} />}
      {planY !== null && <line className="month-plan" x1={0} x2={width} y1={planY} y2={planY} />}
    </svg>
  );
}

type KnownBar = DayBar & { trafficGb: number };

function isKnown(bar: DayBar): bar is KnownBar {
  return bar.trafficGb !== null;
}

/** Shows a day. An unknown one has a dot, never an empty bar. */
function Bar({ bar }: { bar: DayBar }) {
  const locale = useLocale();
  const { x, width, top, isToday } = bar;
  if (!isKnown(bar))
    return <circle className="day-unknown" cx={x + width / 2} cy={chartSize.height - 1.5} r={1} />;
  return (
    <rect
      className={isToday ? 'day today' : 'day'}
      x={x}
      y={top}
      width={width}
      height={chartSize.height - top}
      rx={1.5}
    >
      <title>{dayText(bar, locale)}</title>
    </rect>
  );
}
