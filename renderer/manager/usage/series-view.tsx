import { useMemo } from 'react';
import { useLocale } from 'react-aria-components';
import type { UsageSeries } from '../../../electron/contract/usage.ts';
import { formatStep } from '../../../electron/text/charts.ts';
import { toCsv } from '../../../electron/text/csv.ts';
import { say } from '../../../electron/text/say.ts';
import { formatTraffic } from '../../../electron/text/traffic.ts';
import { MonthChart } from '../../charts/month-chart.tsx';
import type { ChartMonth } from '../../charts/month-data.ts';
import { SeriesChart } from '../../charts/series-chart.tsx';
import type { ChartStep } from '../../charts/series-data.ts';
import { ExportButton } from '../ui/export-button.tsx';
import { withGaps } from './series.ts';
import './plain-table.css';

type SeriesViewProps = {
  series: UsageSeries;
  username: string;
  /** The current month with its limit and forecast; null for another period. */
  month: ChartMonth | null;
  period: string;
  zone: string;
  /** Shows days of the chart as a period by themselves. */
  onZoom: (firstDay: string, lastDay: string) => void;
};

const chartHeightPx = 180;

/** Shows a series: its total, a chart, and the same figures as a table and as CSV. */
export function SeriesView({ series, username, month, period, zone, onZoom }: SeriesViewProps) {
  const { locale } = useLocale();
  const steps = useMemo(() => withGaps(series.points), [series]);
  const csv = () =>
    toCsv(
      [say('usage.csvTime', { zone }), say('usage.csvTraffic')],
      steps.map(({ label, value }) => [label, value]),
    );
  return (
    <>
      <div className="card-head">
        <p className="series-total">{formatTraffic(series.totalGb, locale)}</p>
        <ExportButton suggestedName={say('usage.fileName', { username, period })} csv={csv} />
      </div>
      {series.setAside > 0 && (
        <p className="hint">{say('usage.stepsSetAside', { count: series.setAside }, locale)}</p>
      )}
      {steps.length === 0 ? (
        <p className="hint">{say('usage.noTraffic')}</p>
      ) : (
        <>
          {month === null ? (
            <SeriesChart
              label={say('usage.chart', { username, period })}
              locale={locale}
              steps={steps}
              height={chartHeightPx}
              zone={zone}
              onZoom={onZoom}
            />
          ) : (
            <MonthChart
              label={say('usage.chart', { username, period })}
              locale={locale}
              month={month}
              height={chartHeightPx}
              onZoom={onZoom}
            />
          )}
          <details className="figures">
            <summary>{say('usage.figures')}</summary>
            <Steps steps={steps} />
          </details>
        </>
      )}
    </>
  );
}

function Steps({ steps }: { steps: readonly ChartStep[] }) {
  const { locale } = useLocale();
  return (
    <table className="plain-table" aria-label={say('usage.table')}>
      <thead>
        <tr>
          <th scope="col">{say('usage.time')}</th>
          <th scope="col">{say('usage.traffic')}</th>
        </tr>
      </thead>
      <tbody>
        {steps.map(({ label, value }) => (
          <tr key={label}>
            <th scope="row">{formatStep(label, locale)}</th>
            <td>{formatTraffic(value, locale)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
