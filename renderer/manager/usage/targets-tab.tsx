import { useEffect, useState } from 'react';
import { Cell, Column, Row, type SortDescriptor, Table, TableBody, TableHeader } from 'react-aria-components';
import { describeFailure } from '../../../electron/contract/failure-text.ts';
import type { SubUser } from '../../../electron/contract/sub-user.ts';
import { formatShare, formatTraffic, unknownText } from '../../../electron/contract/traffic-text.ts';
import type { TargetReport } from '../../../electron/contract/usage.ts';
import { useCommand } from '../../state/command.ts';
import { useMirror } from '../../state/mirror.ts';
import { toCsv } from '../../ui/csv.ts';
import { ExportButton } from '../../ui/export-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { DayField } from './day-field.tsx';
import { type TargetColumn, targetRows } from './target-rows.ts';

const columns: Record<TargetColumn, string> = {
  target: 'Target',
  traffic: 'Traffic',
  requests: 'Requests',
  perRequest: 'Traffic per request',
  share: 'Share of the day',
};

/** Where a sub-user's traffic went on one day. The API has the last 30. */
export function TargetsTab({ subUser }: { subUser: SubUser }) {
  const locale = useMirror((mirror) => mirror.environment?.locale) ?? 'en';
  const [date, setDate] = useState<string | null>(() => new Date().toISOString().slice(0, 10));
  const [report, setReport] = useState<TargetReport | null>(null);
  const [sort, setSort] = useState<SortDescriptor>({ column: 'traffic', direction: 'descending' });
  const read = useCommand('readTargets');

  // biome-ignore lint/correctness/useExhaustiveDependencies: the command is new each time.
  useEffect(() => {
    let current = true;
    setReport(null);
    if (date !== null) {
      void read.run({ id: subUser.id, date }).then((outcome) => {
        if (current && outcome.ok) setReport(outcome.value);
      });
    }
    return () => {
      current = false;
    };
  }, [subUser.id, date]);

  const rows = report === null ? [] : targetRows(report, sort.column as TargetColumn, sort.direction);
  return (
    <div className="usage">
      <div className="period">
        <DayField label="Date" value={date} onChange={setDate} />
        {report !== null && (
          <ExportButton
            suggestedName={`${subUser.username} targets ${date}.csv`}
            csv={() =>
              toCsv(
                ['Target', 'Traffic (GB)', 'Requests', 'Date (UTC)'],
                rows.map(({ target, trafficGb, requests }) => [target, trafficGb, requests, date]),
              )
            }
          />
        )}
      </div>
      {read.running && <p className="hint">Reading…</p>}
      {read.failure !== null && (
        <Notice tone="error">
          <p>{describeFailure(read.failure)}</p>
        </Notice>
      )}
      {report !== null && (
        <Table className="plain-table" aria-label="Targets" sortDescriptor={sort} onSortChange={setSort}>
          <TableHeader>
            {(Object.keys(columns) as TargetColumn[]).map((id) => (
              <Column key={id} id={id} className="heading" allowsSorting isRowHeader={id === 'target'}>
                {columns[id]}
              </Column>
            ))}
          </TableHeader>
          <TableBody
            renderEmptyState={() => <p className="grid-empty">No targets were told for this day.</p>}
          >
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
      )}
    </div>
  );
}
