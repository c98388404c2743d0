import { useMemo } from 'react';
import { useLocale } from 'react-aria-components';
import { hasOwnCycle } from '../../../electron/contract/plan-use.ts';
import { say } from '../../../electron/text/say.ts';
import { MonthsChart } from '../../charts/months-chart.tsx';
import type { ChartMonths } from '../../charts/months-data.ts';
import { bridge } from '../../state/bridge.ts';
import { useRead } from '../../state/use-read.ts';
import { useMirror } from '../mirror.ts';

const height = 300;
const readMonths = () => bridge.command('readMonths', null);

/** Shows the last twelve calendar months, as far as the local history knows them. */
export function YearCard() {
  const { locale } = useLocale();
  const readAt = useMirror((mirror) => mirror.traffic.month?.readAt) ?? 0;
  const forecast = useMirror((mirror) => mirror.outlook?.forecast);
  const plan = useMirror((mirror) => mirror.settings.plan);
  const months = useRead(readMonths, readAt);
  const view = useMemo((): ChartMonths | null => {
    if (months === null) return null;
    // A plan with its own cycle is not what a calendar month is measured by.
    const planGb = hasOwnCycle(plan) ? null : plan.sizeGb;
    return {
      months,
      forecastGb: forecast?.kind === 'forecast' ? forecast.endGb : null,
      ceiling: planGb === null ? null : { name: say('charts.plan'), gb: planGb },
    };
  }, [months, forecast, plan]);
  return (
    <section className="card wide-card" aria-labelledby="year">
      <div className="card-head">
        <h2 id="year">{say('overview.trafficYear')}</h2>
        <span className="hint">{say('overview.zoneMonths')}</span>
      </div>
      {view === null ? (
        <div className="skeleton" style={{ height }} />
      ) : (
        <MonthsChart label={say('overview.chartYear')} locale={locale} view={view} height={height} />
      )}
      {view?.months.some(({ totalGb }) => totalGb === null) === true && (
        <p className="hint">{say('overview.monthsUnknown')}</p>
      )}
    </section>
  );
}
