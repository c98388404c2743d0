import { RefreshCw } from 'lucide-react';
import type { TrafficView } from '../../electron/contract/snapshot.ts';
import { refreshText } from '../../electron/text/popover.ts';
import { say } from '../../electron/text/say.ts';
import { formatAge, formatMonth, updatedText } from '../../electron/text/time.ts';
import { bridge } from '../state/bridge.ts';
import type { Figures } from '../state/figures.ts';
import { useNow } from '../state/now.ts';
import { useLocale } from './locale.ts';
import { useMirror } from './mirror.ts';

type HeadProps = { traffic: TrafficView; figures: Figures };

/** Names the month, and shows the age of its figures. */
export function Head({ traffic, figures: { isCycle } }: HeadProps) {
  const locale = useLocale();
  const demo = useMirror((mirror) => mirror.environment.demo);
  const dateFrom = traffic.month?.dateFrom ?? null;
  const name = isCycle || dateFrom === null ? null : formatMonth(dateFrom, locale);
  const title = say(isCycle ? 'popover.thisCycle' : 'popover.thisMonth');
  return (
    <header className="head">
      <h1>
        <span className={name === null ? '' : 'unseen'}>{title}</span> {name}
      </h1>
      {demo && <span className="badge">{say('popover.demo')}</span>}
      <Age traffic={traffic} />
      <RefreshButton traffic={traffic} />
    </header>
  );
}

function Age({ traffic: { month, stale } }: { traffic: TrafficView }) {
  const now = useNow();
  if (month === null) return <span className="age" />;
  const age = formatAge(month.readAt, now);
  if (stale) return <span className="age old">{updatedText(true, month.readAt, now)}</span>;
  return (
    <span className="age" title={updatedText(false, month.readAt, now)}>
      {age}
    </span>
  );
}

function RefreshButton({ traffic }: { traffic: TrafficView }) {
  const off = traffic.refreshing || traffic.paused !== null;
  const why = traffic.paused === 'offline' ? say('popover.offline') : undefined;
  // Kept focusable while busy, because a disabled button would lose a keyboard user's focus.
  return (
    <button
      type="button"
      className="icon-button refresh"
      aria-label={say('popover.refresh')}
      aria-disabled={off}
      title={why ?? (traffic.refreshing ? say('popover.refreshing') : refreshText(traffic.problem))}
      onClick={() => {
        if (!off) void bridge.command('refresh', null);
      }}
    >
      <RefreshCw className={traffic.refreshing ? 'turning' : ''} />
    </button>
  );
}
