import { useState } from 'react';
import { useLocale } from 'react-aria-components';
import type { TargetTraffic } from '../../../electron/contract/usage.ts';
import { toCsv } from '../../../electron/text/csv.ts';
import { say } from '../../../electron/text/say.ts';
import { formatNumber, formatShare, formatTraffic, unknownText } from '../../../electron/text/traffic.ts';
import { ExportButton } from '../ui/export-button.tsx';
import { SortHeading } from './sort-heading.tsx';
import { type TargetRow, type TargetSort, targetColumns, targetRows } from './target-rows.ts';
import './plain-table.css';

type TargetTableProps = { traffic: TargetTraffic; search: string; fileName: string; days: string };

/**
 * Shows the targets of one or several days, sorted by any column. Shares are of all targets, even of those that the search
 * hides.
 */
export function TargetTable({ traffic, search, fileName, days }: TargetTableProps) {
  const { locale } = useLocale();
  const [sort, setSort] = useState<TargetSort>({ column: 'traffic', direction: 'descending' });
  const wanted = search.trim().toLowerCase();
  const rows = targetRows(traffic, sort).filter(({ target }) => target.toLowerCase().includes(wanted));
  return (
    <>
      <div className="card-head">
        <p className="figure">{formatTraffic(traffic.totalGb, locale)}</p>
        <ExportButton
          suggestedName={fileName}
          csv={() =>
            toCsv(
              [
                say('targets.csv.target'),
                say('targets.csv.traffic'),
                say('targets.csv.requests'),
                say('targets.csv.days'),
              ],
              rows.map(({ target, trafficGb, requests }) => [target, trafficGb, requests, days]),
            )
          }
        />
      </div>
      {traffic.setAside > 0 && (
        <p className="hint">{say('account.rowsSetAside', { count: traffic.setAside }, locale)}</p>
      )}
      <table className="plain-table" aria-label={say('targets.table')}>
        <thead>
          <tr>
            {targetColumns.map((column) => (
              <SortHeading key={column} column={column} sort={sort} onSort={setSort} />
            ))}
          </tr>
        </thead>
        <tbody>{rows.map((row) => rowOf(row, locale))}</tbody>
      </table>
      {rows.length === 0 && <p className="hint">{say('targets.noMatch')}</p>}
    </>
  );
}

function rowOf({ key, target, trafficGb, requests, perRequestGb, share }: TargetRow, locale: string) {
  const figures = {
    traffic: formatTraffic(trafficGb, locale),
    requests: requests === null ? unknownText : formatNumber(requests, locale),
    perRequest: formatTraffic(perRequestGb, locale),
    share: share === null ? unknownText : formatShare(share, locale),
  };
  return (
    <tr key={key}>
      <th scope="row">
        <bdi>{target}</bdi>
      </th>
      {Object.entries(figures).map(([column, figure]) => (
        <td key={column}>{figure}</td>
      ))}
    </tr>
  );
}
