import type { TrafficView } from '../../electron/contract/snapshot.ts';
import { describeFailure } from '../../electron/text/failure.ts';
import { nextTryText } from '../../electron/text/popover.ts';
import { say } from '../../electron/text/say.ts';
import { bridge } from '../state/bridge.ts';
import { useNow } from '../state/now.ts';
import { Banner } from '../ui/banner.tsx';
import { Message } from '../ui/message.tsx';

/** Explains why the figures are not fresh, and what to do. Shows nothing if all is well. */
export function Trouble({ traffic }: { traffic: TrafficView }) {
  const now = useNow();
  if (traffic.paused === 'offline') {
    return <Message tone="warning" text={say('popover.offlineLong')} />;
  }
  const { problem, refreshing } = traffic;
  const first = traffic.month === null;
  if (problem === null || (first && refreshing)) return null;
  return (
    <Banner tone={first ? 'error' : 'warning'}>
      <p>
        {describeFailure(problem)} {nextTryText(traffic.nextRefreshAt, now)}
      </p>
      <RefreshButton
        name={say(first ? 'popover.tryAgain' : 'popover.retry')}
        off={refreshing || traffic.paused !== null}
      />
    </Banner>
  );
}

/** Stays while the refresh runs, so that a keyboard user's focus stays on it. */
function RefreshButton({ name, off }: { name: string; off: boolean }) {
  return (
    <button
      type="button"
      className="button"
      aria-disabled={off}
      onClick={() => {
        if (!off) void bridge.command('refresh', null);
      }}
    >
      {name}
    </button>
  );
}
