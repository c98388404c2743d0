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
  if (traffic.problem === null || traffic.refreshing) return null;
  return (
    <Banner tone={traffic.month === null ? 'error' : 'warning'}>
      <p>
        {describeFailure(traffic.problem)} {nextTryText(traffic.nextRefreshAt, now)}
      </p>
      {traffic.month === null && (
        <button type="button" className="button" onClick={() => void bridge.command('refresh', null)}>
          {say('popover.tryAgain')}
        </button>
      )}
    </Banner>
  );
}
