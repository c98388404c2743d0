import { daysText, dayText } from '../../electron/text/popover.ts';
import { useNow } from '../state/now.ts';
import { type DayBar, dayBars } from './day-bars.ts';
import { useLocale } from './locale.ts';
import { useMirror } from './mirror.ts';

const size = { width: 326, height: 44 };
const gap = 2;
/** Even a little traffic must be visible. */
const leastHeight = 2;

/** Shows the days of this month as small bars. An unknown day has a dot, never an empty bar. */
export function Days() {
  const locale = useLocale();
  const days = useMirror((mirror) => mirror.outlook?.days);
  const dateFrom = useMirror((mirror) => mirror.traffic.month?.dateFrom) ?? null;
  const bars = dayBars(dateFrom, days ?? [], useNow());
  const known = bars.filter(isKnown);
  if (known.length === 0) return null;
  const step = size.width / bars.length;
  return (
    <svg
      className="days"
      viewBox={`0 0 ${size.width} ${size.height}`}
      role="img"
      aria-label={daysText(known, locale)}
    >
      {bars.map((bar, index) => (
        <Bar key={bar.at} bar={bar} left={index * step} width={step - gap} />
      ))}
    </svg>
  );
}

type KnownBar = DayBar & { trafficGb: number };

function isKnown(bar: DayBar): bar is KnownBar {
  return bar.trafficGb !== null;
}

type BarProps = { bar: DayBar; left: number; width: number };

function Bar({ bar, left, width }: BarProps) {
  const locale = useLocale();
  if (!isKnown(bar)) {
    return <circle className="day-unknown" cx={left + width / 2} cy={size.height - 1.5} r={1} />;
  }
  const high = Math.max(bar.trafficGb === 0 ? 1 : leastHeight, bar.height * size.height);
  return (
    <rect
      className={bar.today ? 'day today' : 'day'}
      x={left}
      y={size.height - high}
      width={width}
      height={high}
      rx={1.5}
    >
      <title>{dayText(bar, locale)}</title>
    </rect>
  );
}
