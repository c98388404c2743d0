import { describeFailure } from '../../electron/contract/failure-text.ts';
import type { TrafficView } from '../../electron/contract/snapshot.ts';
import { formatAge, formatDays } from '../../electron/contract/time-text.ts';
import { formatTraffic } from '../../electron/contract/traffic-text.ts';
import { bridge } from '../state/bridge.ts';
import { useMirror } from '../state/mirror.ts';
import { useNow } from '../state/now.ts';
import { RefreshIcon } from '../ui/icons.tsx';
import { AlertsToday } from './alerts-today.tsx';
import { Days } from './days.tsx';
import { Nearest } from './nearest.tsx';
import { OutlookLine } from './outlook-line.tsx';
import { Trouble } from './trouble.tsx';

/** This month's total with its age, and who is nearest to a limit. */
export function Month({ demo }: { demo: boolean }) {
  const traffic = useMirror((mirror) => mirror.traffic);
  const locale = useMirror((mirror) => mirror.environment?.locale) ?? 'en';
  if (traffic === undefined) return <p className="quiet">Starting…</p>;
  return (
    <>
      <header className="head">
        <h1>This month</h1>
        {demo && <span className="badge">Demo</span>}
        <RefreshButton traffic={traffic} />
      </header>
      <section className="total-part" aria-label="Total">
        <p
          role="status"
          className={`total ${traffic.stale || traffic.month === null ? 'faded' : ''}`}
          aria-busy={traffic.refreshing}
        >
          <Total traffic={traffic} locale={locale} />
        </p>
        <Covers traffic={traffic} locale={locale} />
        <OutlookLine locale={locale} />
      </section>
      <Days locale={locale} />
      <Trouble traffic={traffic} />
      <Nearest locale={locale} />
      {traffic.month !== null && <AlertsToday locale={locale} />}
      <footer className="foot">
        <button
          type="button"
          className="button"
          onClick={() => void bridge.command('openManager', { target: null })}
        >
          Manage sub-users
        </button>
      </footer>
    </>
  );
}

function Total({ traffic, locale }: { traffic: TrafficView; locale: string }) {
  const trafficGb = traffic.month?.trafficGb ?? null;
  const shown = formatTraffic(trafficGb, locale);
  if (trafficGb !== null) return shown;
  return (
    <>
      <span aria-hidden="true">{shown}</span>
      <span className="unseen">{traffic.month === null ? 'Not read yet' : 'Unknown'}</span>
    </>
  );
}

/** The days that the figure covers and its age; before the first reading, what is going on. */
function Covers({ traffic, locale }: { traffic: TrafficView; locale: string }) {
  const now = useNow();
  const { month } = traffic;
  if (month === null) {
    if (traffic.refreshing) return <p className="covers">Reading this month’s traffic…</p>;
    return <p className="covers">{traffic.problem === null ? 'Not read yet' : 'Could not be read'}</p>;
  }
  const days = formatDays(month.dateFrom, month.dateTo, locale);
  return (
    <p className="covers">
      {days !== null && <span>{days}</span>}
      <span className={traffic.stale ? 'old' : ''}>
        {traffic.stale ? 'Old figure, read ' : 'Updated '}
        {formatAge(month.readAt, now)}
      </span>
      {month.trafficGb === null && <span>Oxylabs did not tell the total</span>}
    </p>
  );
}

function RefreshButton({ traffic }: { traffic: TrafficView }) {
  const off = traffic.refreshing || traffic.paused !== null;
  const why = traffic.paused === 'offline' ? 'Offline' : undefined;
  // Kept focusable while it works: a disabled button would throw a keyboard user's focus away.
  return (
    <button
      type="button"
      className="icon-button refresh"
      aria-label="Refresh"
      aria-disabled={off}
      title={why ?? describeRefresh(traffic)}
      onClick={() => {
        if (!off) void bridge.command('refresh', null);
      }}
    >
      <RefreshIcon className={traffic.refreshing ? 'turning' : ''} />
    </button>
  );
}

function describeRefresh({ refreshing, problem }: TrafficView): string {
  if (refreshing) return 'Refreshing…';
  return problem === null ? 'Refresh' : `Refresh. Last time: ${describeFailure(problem)}`;
}
