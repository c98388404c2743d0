import { useState } from 'react';
import { Cell, Column, Row, type SortDescriptor, Table, TableBody, TableHeader } from 'react-aria-components';
import { formatShare, formatTraffic, unknownText } from '../../../electron/contract/traffic-text.ts';
import type { TargetReport } from '../../../electron/contract/usage.ts';
import { useMirror } from '../../state/mirror.ts';
import { toCsv } from '../../ui/csv.ts';
import { ExportButton } from '../../ui/export-button.tsx';
import { type TargetColumn, targetRows } from './target-rows.ts';

const columns: Record<TargetColumn, string> = {
  target: 'Target',
  traffic: 'Traffic',
  requests: 'Requests',
  perRequest: 'Traffic per request',
  share: 'Share of the total',
};

type TargetTableProps = { report: TargetReport; search: string; fileName: string; days: string };

/** The targets of a day or of several, sorted by any column; the share is of all of them, also those not searched for. */
export function TargetTable({ report, search, fileName, days }: TargetTableProps) {
  const locale = useMirror((mirror) => mirror.environment?.locale) ?? 'en';
  const [sort, setSort] = useState<SortDescriptor>({ column: 'traffic', direction: 'descending' });
  const wanted = search.trim().toLowerCase();
  const rows = targetRows(report, sort.column as TargetColumn, sort.direction).filter(({ target }) =>
    target.toLowerCase().includes(wanted),
  );
  return (
    <>
      <div className="card-head">
        <p className="figure">{formatTraffic(report.totalGb, locale)}</p>
        <ExportButton
          suggestedName={fileName}
          csv={() =>
            toCsv(
              ['Target', 'Traffic (GB)', 'Requests', 'Days (UTC)'],
              rows.map(({ target, trafficGb, requests }) => [target, trafficGb, requests, days]),
            )
          }
        />
      </div>
      {report.setAside > 0 && (
        <p className="hint">{report.setAside} rows could not be understood and are left out.</p>
      )}
      <Table className="plain-table" aria-label="Targets" sortDescriptor={sort} onSortChange={setSort}>
        <TableHeader>
          {(Object.keys(columns) as TargetColumn[]).map((id) => (
            <Column key={id} id={id} className="heading" allowsSorting isRowHeader={id === 'target'}>
              {columns[id]}
            </Column>
          ))}
        </TableHeader>
        <TableBody renderEmptyState={() => <p className="grid-empty">No target fits.</p>}>
          {rows.map(({ key, target, trafficGb, requests, perRequestGb, share }) => (
            <Row key={key} id={key} className="row">
              <Cell className="cell">
                <bdi>{target}</bdi>
              </Cell>
              <Cell className="cell figure-cell">{formatTraffic(trafficGb, locale)}</Cell>
              <Cell className="cell figure-cell">{requests?.toLocaleString(locale) ?? unknownText}</Cell>
              <Cell className="cell figure-cell">{formatTraffic(perRequestGb, locale)}</Cell>
              <Cell className="cell figure-cell">
                {share === null ? unknownText : formatShare(share, locale)}
              </Cell>
            </Row>
          ))}
        </TableBody>
      </Table>
    </>
  );
}
