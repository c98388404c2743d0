import { useMemo } from 'react';
import { useLocale } from 'react-aria-components';
import { describeFailure } from '../../../electron/text/failure.ts';
import { say } from '../../../electron/text/say.ts';
import { formatGb, formatShare } from '../../../electron/text/traffic.ts';
import { ShareBar } from '../../charts/share-bar.tsx';
import { useMirror } from '../mirror.ts';
import { topOf } from './top.ts';
import { topTargets } from './top-targets.ts';
import { useTopTargets } from './use-top-targets.ts';

const mostSubUsers = 5;
const mostRows = 5;

/** Shows today's targets of the largest sub-users. It never says that they are the account's. */
export function TopTargetsCard() {
  const list = useMirror((mirror) => mirror.subUsers);
  const { locale } = useLocale();
  const ids = useMemo(() => topOf(list.subUsers, mostSubUsers).map(({ subUser }) => subUser.id), [list]);
  const { card, read } = useTopTargets(ids);
  const rows = useMemo(() => topTargets(read?.values ?? [], mostRows), [read]);
  const most = rows[0]?.share ?? 0;
  return (
    <section ref={card} className="card targets-card" aria-labelledby="top-targets">
      <div className="card-head">
        <h2 id="top-targets">{say('overview.targets')}</h2>
        <span className="card-gap" />
        <span className="hint">{say('overview.targetsPeriod')}</span>
      </div>
      {read === null && ids.length > 0 && <div className="skeleton rows" />}
      {(read === null
        ? ids.length === 0 && list.readAt !== null
        : rows.length === 0 && read.failure === null) && (
        <p className="hint">{say('overview.targetsNone')}</p>
      )}
      {rows.length > 0 && (
        <table className="rows-table" aria-labelledby="top-targets">
          <tbody>
            {rows.map(({ target, trafficGb, share }) => (
              <tr key={target} title={formatGb(trafficGb, locale)}>
                <td className="name-cell">
                  <bdi>{target}</bdi>
                </td>
                <td className="bar-cell">
                  <ShareBar share={most === 0 ? 0 : share / most} />
                </td>
                <td className="number-cell hint">{formatShare(share, locale)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {read?.failure != null && (
        <p className="hint">{say('overview.targetsFailed', { why: describeFailure(read.failure) })}</p>
      )}
      {rows.length > 0 && (
        <p className="hint card-foot">
          {say('overview.targetsFrom', { count: read?.values.length ?? 0 }, locale)}
        </p>
      )}
    </section>
  );
}
