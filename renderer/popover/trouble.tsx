import { describeFailure } from '../../electron/contract/failure-text.ts';
import type { TrafficView } from '../../electron/contract/snapshot.ts';
import { bridge } from '../state/bridge.ts';
import { useNow } from '../state/now.ts';
import { Notice } from '../ui/notice.tsx';

/** Why the figures are not fresh, and the way out of it. Nothing while all is well. */
export function Trouble({ traffic }: { traffic: TrafficView }) {
  const now = useNow();
  if (traffic.paused === 'offline') {
    return (
      <Notice tone="warning">
        <p>Offline. Oxygauge reads again when the network is back.</p>
      </Notice>
    );
  }
  if (traffic.problem === null || traffic.refreshing) return null;
  return (
    <Notice tone={traffic.month === null ? 'error' : 'warning'}>
      <p>
        {describeFailure(traffic.problem)} {nextTry(traffic.nextRefreshAt, now)}
      </p>
      {traffic.month === null && (
        <button type="button" className="button" onClick={() => void bridge.command('refresh', null)}>
          Try again
        </button>
      )}
    </Notice>
  );
}

function nextTry(nextRefreshAt: number | null, now: number): string {
  if (nextRefreshAt === null) return '';
  const minutes = Math.ceil((nextRefreshAt - now) / 60_000);
  return minutes <= 1 ? 'Next try within a minute.' : `Next try in ${minutes} min.`;
}
