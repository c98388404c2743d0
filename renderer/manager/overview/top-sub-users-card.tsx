import { useMemo } from 'react';
import { useLocale } from 'react-aria-components';
import { say } from '../../../electron/text/say.ts';
import { formatGb, formatNumber, formatShare } from '../../../electron/text/traffic.ts';
import { ShareBar } from '../../charts/share-bar.tsx';
import { readRecentDays, useById } from '../../state/by-id.ts';
import { Sparkline } from '../../ui/sparkline.tsx';
import { allocationOf } from '../attention/allocation.ts';
import { useMirror } from '../mirror.ts';
import { SubUserName } from './sub-user-name.tsx';
import { topOf } from './top.ts';

const mostRows = 5;

/** Shows the sub-users with the most traffic this month, each with its share of the account's. */
export function TopSubUsersCard() {
  const list = useMirror((mirror) => mirror.subUsers);
  const totalGb = useMirror((mirror) => mirror.traffic.month?.trafficGb) ?? null;
  const { locale } = useLocale();
  const top = useMemo(() => topOf(list.subUsers, mostRows), [list]);
  const days = useById(
    top.map(({ subUser }) => subUser.id),
    list.readAt,
    readRecentDays,
  );
  const mostGb = top[0]?.trafficGb ?? 0;
  return (
    <section className="card top-card" aria-labelledby="top">
      <div className="card-head">
        <h2 id="top">{say('overview.top')}</h2>
        <span className="card-gap" />
        <span className="hint">{say('overview.topPeriod')}</span>
      </div>
      {list.readAt === null && <div className="skeleton rows" />}
      {list.readAt !== null && top.length === 0 && <p className="hint">{say('overview.topNone')}</p>}
      {top.length > 0 && (
        <table className="rows-table" aria-labelledby="top">
          <thead className="unseen">
            <tr>
              <th scope="col">{say('overview.topHead')}</th>
              <th scope="col">{say('overview.topDays')}</th>
              <th scope="col">{say('overview.topGb')}</th>
              <th scope="col" colSpan={2}>
                {say('overview.topShare')}
              </th>
            </tr>
          </thead>
          <tbody>
            {top.map(({ subUser, trafficGb }) => (
              <tr key={subUser.id}>
                <td className="name-cell">
                  <SubUserName subUser={subUser} />
                </td>
                <td className="spark-cell">
                  <Sparkline days={days.get(subUser.id) ?? []} />
                </td>
                <td className="number-cell">{formatNumber(Math.round(trafficGb * 10) / 10, locale)}</td>
                <td className="bar-cell">
                  <ShareBar share={mostGb === 0 ? 0 : trafficGb / mostGb} />
                </td>
                <td className="number-cell hint">
                  {totalGb === null || totalGb === 0 ? '' : formatShare(trafficGb / totalGb, locale)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Other />
    </section>
  );
}

/** Shows what the account used beyond its listed sub-users. */
function Other() {
  const list = useMirror((mirror) => mirror.subUsers);
  const totalGb = useMirror((mirror) => mirror.traffic.month?.trafficGb) ?? null;
  const { locale } = useLocale();
  const { beyondGb, lifetime } = useMemo(() => allocationOf(list.subUsers, totalGb), [list, totalGb]);
  if (list.readAt === null || beyondGb === null || beyondGb < 0.01) return null;
  const hint = lifetime === 0 ? undefined : say('overview.otherHint', { count: lifetime }, locale);
  return (
    <p className="hint card-foot" title={hint}>
      {say('overview.other', { gb: formatGb(beyondGb, locale) })}
    </p>
  );
}
