import { useState } from 'react';
import {
  Cell,
  Column,
  Row,
  type SortDescriptor,
  Table,
  TableBody,
  TableHeader,
  useLocale,
} from 'react-aria-components';
import type { TargetTraffic } from '../../../electron/contract/usage.ts';
import { toCsv } from '../../../electron/text/csv.ts';
import { say } from '../../../electron/text/say.ts';
import { formatNumber, formatShare, formatTraffic, unknownText } from '../../../electron/text/traffic.ts';
import { ExportButton } from '../ui/export-button.tsx';
import { type TargetColumn, type TargetRow, targetColumns, targetRows } from './target-rows.ts';

type TargetTableProps = { traffic: TargetTraffic; search: string; fileName: string; days: string };

/**
 * Shows the targets of one or several days, sorted by any column. Shares are of all targets, even of those that the search
 * hides.
 */
export function TargetTable({ traffic, search, fileName, days }: TargetTableProps) {
  const { locale } = useLocale();
  const [sort, setSort] = useState<SortDescriptor>({ column: 'traffic', direction: 'descending' });
  const wanted = search.trim().toLowerCase();
  const rows = targetRows(traffic, sort.column as TargetColumn, sort.direction).filter(({ target }) =>
    target.toLowerCase().includes(wanted),
  );
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
      <Table
        className="plain-table"
        aria-label={say('targets.table')}
        sortDescriptor={sort}
        onSortChange={setSort}
      >
        <TableHeader>
          {targetColumns.map((id) => (
            <Column key={id} id={id} className="heading" allowsSorting isRowHeader={id === 'target'}>
              {say(`targets.column.${id}`)}
            </Column>
          ))}
        </TableHeader>
        <TableBody renderEmptyState={() => <p className="hint">{say('targets.noMatch')}</p>}>
          {rows.map((row) => rowOf(row, locale))}
        </TableBody>
      </Table>
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
    <Row key={key} id={key} className="row">
      <Cell className="cell">
        <bdi>{target}</bdi>
      </Cell>
      {Object.entries(figures).map(([column, figure]) => (
        <Cell key={column} className="cell figure-cell">
          {figure}
        </Cell>
      ))}
    </Row>
  );
}
