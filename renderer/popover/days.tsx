import { formatDay } from '../../electron/contract/time-text.ts';
import { formatTraffic } from '../../electron/contract/traffic-text.ts';
import { useMirror } from '../state/mirror.ts';
import { useNow } from '../state/now.ts';
import { type DayBar, dayBars } from './day-bars.ts';

const size = { width: 326, height: 44 };
const gap = 2;
/** A little traffic is to be seen. */
const leastHeight = 2;

/** The days of this month as small bars. A day that is not known has a dot, never a bar of nothing. */
export function Days({ locale }: { locale: string }) {
  const days = useMirror((mirror) => mirror.outlook?.days);
  const dateFrom = useMirror((mirror) => mirror.traffic?.month?.dateFrom) ?? null;
  const bars = dayBars(dateFrom, days ?? [], useNow());
  if (!bars.some(({ trafficGb }) => trafficGb !== null)) return null;
  const step = size.width / bars.length;
  return (
    <svg
      className="days"
      viewBox={`0 0 ${size.width} ${size.height}`}
      role="img"
      aria-label={inWords(bars, locale)}
    >
      {bars.map((bar, index) => (
        <Bar key={bar.at} bar={bar} left={index * step} width={step - gap} locale={locale} />
      ))}
    </svg>
  );
}

type BarProps = { bar: DayBar; left: number; width: number; locale: string };

function Bar({ bar: { at, trafficGb, height, today }, left, width, locale }: BarProps) {
  if (trafficGb === null) {
    return <circle className="day-unknown" cx={left + width / 2} cy={size.height - 1.5} r={1} />;
  }
  const high = Math.max(trafficGb === 0 ? 1 : leastHeight, height * size.height);
  return (
    <rect
      className={today ? 'day today' : 'day'}
      x={left}
      y={size.height - high}
      width={width}
      height={high}
      rx={1.5}
    >
      <title>{`${formatDay(at, locale)}: ${formatTraffic(trafficGb, locale)}${today ? ' so far' : ''}`}</title>
    </rect>
  );
}

/** `Traffic by day: 2.10 GB today so far, most on Nov 12 with 4.21 GB`. */
function inWords(bars: readonly DayBar[], locale: string): string {
  const known = bars.flatMap(({ at, trafficGb, today }) =>
    trafficGb === null ? [] : [{ at, trafficGb, today }],
  );
  const today = known.find((bar) => bar.today);
  const most = known.reduce<(typeof known)[number] | null>(
    (best, bar) => (best === null || bar.trafficGb > best.trafficGb ? bar : best),
    null,
  );
  const parts = [
    today === undefined ? null : `${formatTraffic(today.trafficGb, locale)} today so far`,
    most === null || most.today
      ? null
      : `most on ${formatDay(most.at, locale)} with ${formatTraffic(most.trafficGb, locale)}`,
  ].filter((part) => part !== null);
  return `Traffic by day: ${parts.join(', ')}`;
}
