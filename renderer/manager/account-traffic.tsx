import { Button } from 'react-aria-components';
import { describeFailure } from '../../electron/contract/failure-text.ts';
import { formatAge, formatDays } from '../../electron/contract/time-text.ts';
import { formatTraffic } from '../../electron/contract/traffic-text.ts';
import { useCommand } from '../state/command.ts';
import { useMirror } from '../state/mirror.ts';
import { useNow } from '../state/now.ts';
import { Notice } from '../ui/notice.tsx';

/** The account's total with its days and age, the number of sub-users, and Refresh. */
export function AccountTraffic() {
  const traffic = useMirror((mirror) => mirror.traffic);
  const nearest = useMirror((mirror) => mirror.nearest);
  const locale = useMirror((mirror) => mirror.environment?.locale) ?? 'en';
  const refresh = useCommand('refresh');
  const now = useNow();
  if (traffic === undefined || nearest === undefined) return null;
  const { month, problem, refreshing, stale, paused } = traffic;
  const days = month === null ? null : formatDays(month.dateFrom, month.dateTo, locale);
  return (
    <section className="card" aria-labelledby="month">
      <div className="card-head">
        <h2 id="month">This month</h2>
        <Button
          className="button"
          isPending={refreshing}
          isDisabled={paused !== null}
          onPress={() => void refresh.run(null)}
        >
          {refreshing ? 'Refreshing…' : 'Refresh'}
        </Button>
      </div>
      <dl className="facts">
        <dt>Traffic</dt>
        <dd className={stale ? 'figure faded' : 'figure'}>
          {formatTraffic(month?.trafficGb ?? null, locale)}
        </dd>
        <dt>Days</dt>
        <dd>{days ?? 'Not told by Oxylabs'}</dd>
        <dt>Read</dt>
        <dd>{month === null ? 'Not yet' : `${formatAge(month.readAt, now)}${stale ? ' (old)' : ''}`}</dd>
        <dt>Sub-users</dt>
        <dd>{nearest.total === null ? 'Not read yet' : nearest.total.toLocaleString(locale)}</dd>
      </dl>
      {nearest.setAside > 0 && (
        <Notice tone="warning">
          <p>
            {nearest.setAside.toLocaleString(locale)} of the rows that Oxylabs sent could not be understood
            and are left out.
          </p>
        </Notice>
      )}
      {paused === 'offline' && (
        <Notice tone="warning">
          <p>Offline. Oxygauge reads again when the network is back.</p>
        </Notice>
      )}
      {problem !== null && paused === null && (
        <Notice tone="warning">
          <p>{describeFailure(problem)}</p>
        </Notice>
      )}
    </section>
  );
}
