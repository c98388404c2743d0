import { RefreshCw } from 'lucide-react';
import type { TrafficView } from '../../electron/contract/snapshot.ts';
import { actionTexts } from '../../electron/text/actions.ts';
import { popoverTexts, refreshText, totalAgeText } from '../../electron/text/popover.ts';
import { formatDays } from '../../electron/text/time.ts';
import { formatTraffic } from '../../electron/text/traffic.ts';
import { bridge } from '../state/bridge.ts';
import { useNow } from '../state/now.ts';
import { AlertsToday } from './alerts-today.tsx';
import { Days } from './days.tsx';
import { useLocale } from './locale.ts';
import { useMirror } from './mirror.ts';
import { Nearest } from './nearest.tsx';
import { OutlookLine } from './outlook-line.tsx';
import { Trouble } from './trouble.tsx';

/** Shows this month's total with its age, and the sub-users nearest to a limit. */
export function Month({ demo }: { demo: boolean }) {
  const traffic = useMirror((mirror) => mirror.traffic);
  return (
    <>
      <header className="head">
        <h1>{popoverTexts.title}</h1>
        {demo && <span className="badge">{popoverTexts.demo}</span>}
        <RefreshButton traffic={traffic} />
      </header>
      <section className="total-part" aria-label={popoverTexts.total}>
        <p
          role="status"
          className={`total ${traffic.stale || traffic.month === null ? 'faded' : ''}`}
          aria-busy={traffic.refreshing}
        >
          <Total traffic={traffic} />
        </p>
        <Covers traffic={traffic} />
        <OutlookLine />
      </section>
      <Days />
      <Trouble traffic={traffic} />
      <Nearest />
      {traffic.month !== null && <AlertsToday />}
      <footer className="foot">
        <button
          type="button"
          className="button"
          onClick={() => void bridge.command('openManager', { target: null })}
        >
          {actionTexts.openOxygauge}
        </button>
      </footer>
    </>
  );
}

function Total({ traffic }: { traffic: TrafficView }) {
  const locale = useLocale();
  const trafficGb = traffic.month?.trafficGb ?? null;
  const shown = formatTraffic(trafficGb, locale);
  if (trafficGb !== null) return shown;
  return (
    <>
      <span aria-hidden="true">{shown}</span>
      <span className="unseen">{traffic.month === null ? actionTexts.notReadYet : popoverTexts.unknown}</span>
    </>
  );
}

/** Shows the days that the figure covers and its age or, before the first reading, what Oxygauge is doing. */
function Covers({ traffic }: { traffic: TrafficView }) {
  const locale = useLocale();
  const now = useNow();
  const { month } = traffic;
  if (month === null) {
    if (traffic.refreshing) return <p className="covers">{popoverTexts.reading}</p>;
    return (
      <p className="covers">{traffic.problem === null ? actionTexts.notReadYet : popoverTexts.notRead}</p>
    );
  }
  const days = formatDays(month.dateFrom, month.dateTo, locale);
  return (
    <p className="covers">
      {days !== null && <span>{days}</span>}
      <span className={traffic.stale ? 'old' : ''}>{totalAgeText(traffic.stale, month.readAt, now)}</span>
      {month.trafficGb === null && <span>{popoverTexts.noTotal}</span>}
    </p>
  );
}

function RefreshButton({ traffic }: { traffic: TrafficView }) {
  const off = traffic.refreshing || traffic.paused !== null;
  const why = traffic.paused === 'offline' ? popoverTexts.offline : undefined;
  // Kept focusable while busy, because a disabled button would lose a keyboard user's focus.
  return (
    <button
      type="button"
      className="icon-button refresh"
      aria-label={actionTexts.refresh}
      aria-disabled={off}
      title={why ?? (traffic.refreshing ? actionTexts.refreshing : refreshText(traffic.problem))}
      onClick={() => {
        if (!off) void bridge.command('refresh', null);
      }}
    >
      <RefreshCw className={traffic.refreshing ? 'turning' : ''} />
    </button>
  );
}
