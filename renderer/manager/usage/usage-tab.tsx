import { useEffect, useMemo, useState } from 'react';
import { Cell, Column, Row, Table, TableBody, TableHeader } from 'react-aria-components';
import { describeFailure } from '../../../electron/contract/failure-text.ts';
import type { SubUser } from '../../../electron/contract/sub-user.ts';
import { formatTraffic } from '../../../electron/contract/traffic-text.ts';
import type { UsageSeries } from '../../../electron/contract/usage.ts';
import { useCommand } from '../../state/command.ts';
import { useMirror } from '../../state/mirror.ts';
import { Chart } from '../../ui/chart.tsx';
import { toCsv } from '../../ui/csv.ts';
import { ExportButton } from '../../ui/export-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { type Period, periodNames, queryOf } from './period.ts';
import { PeriodFields } from './period-fields.tsx';
import { withGaps } from './series.ts';

const personsZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const atFirst: Period = { name: 'current_month', from: null, to: null, hours: false, timeZone: personsZone };

/** A sub-user's traffic over time: the total, a chart, and the same figures as a table. */
export function UsageTab({ subUser }: { subUser: SubUser }) {
  const locale = useMirror((mirror) => mirror.environment?.locale) ?? 'en';
  const [period, setPeriod] = useState(atFirst);
  const [series, setSeries] = useState<UsageSeries | null>(null);
  const read = useCommand('readUsage');
  const asked = queryOf(period);
  const key = JSON.stringify([subUser.id, asked]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the question; the command is new each time.
  useEffect(() => {
    let current = true;
    setSeries(null);
    if ('query' in asked) {
      void read.run({ id: subUser.id, query: asked.query }).then((outcome) => {
        // An answer to a question that was changed meanwhile is not shown.
        if (current && outcome.ok) setSeries(outcome.value);
      });
    }
    return () => {
      current = false;
    };
  }, [key]);

  const steps = useMemo(() => withGaps(series?.points ?? []), [series]);
  const zone = period.name === 'custom' ? period.timeZone : 'time zone of Oxylabs';
  return (
    <div className="usage">
      <PeriodFields period={period} lifetime={subUser.lifetime === true} onChange={setPeriod} />
      {'problem' in asked && <p className="hint">{asked.problem}</p>}
      {'query' in asked && read.running && <p className="hint">Reading…</p>}
      {'query' in asked && read.failure !== null && (
        <Notice tone="error">
          <p>{describeFailure(read.failure)}</p>
        </Notice>
      )}
      {series !== null && (
        <>
          <div className="card-head">
            <p className="figure">{formatTraffic(series.totalGb, locale)}</p>
            <ExportButton
              suggestedName={`${subUser.username} ${periodNames[period.name]}.csv`}
              csv={() =>
                toCsv(
                  [`Time (${zone})`, 'Traffic (GB)'],
                  steps.map(({ label, value }) => [label, value]),
                )
              }
            />
          </div>
          {series.setAside > 0 && (
            <p className="hint">{series.setAside} steps could not be understood and are left out.</p>
          )}
          {steps.length === 0 ? (
            <p className="hint">No traffic was told for this time.</p>
          ) : (
            <>
              <Chart
                locale={locale}
                label={`Traffic of ${subUser.username}, ${periodNames[period.name]}`}
                steps={steps}
                formatValue={(value) => formatTraffic(value, locale)}
              />
              <Table className="plain-table" aria-label="Traffic by time">
                <TableHeader>
                  <Column isRowHeader className="heading">
                    Time
                  </Column>
                  <Column className="heading">Traffic</Column>
                </TableHeader>
                <TableBody>
                  {steps.map(({ label, value }) => (
                    <Row key={label} id={label} className="row">
                      <Cell className="cell">{label}</Cell>
                      <Cell className="cell figure-cell">{formatTraffic(value, locale)}</Cell>
                    </Row>
                  ))}
                </TableBody>
              </Table>
            </>
          )}
        </>
      )}
    </div>
  );
}
