import { useMemo } from 'react';
import { useLocale } from 'react-aria-components';
import { say } from '../../../electron/text/say.ts';
import { MonthChart } from '../../charts/month-chart.tsx';
import type { ChartMonth } from '../../charts/month-data.ts';
import { MonthLegend } from '../../charts/month-legend.tsx';
import type { Figures } from '../../state/figures.ts';
import { CycleSum } from './cycle-sum.tsx';
import { LoadDays } from './load-days.tsx';

const height = 250;

/** Shows the days of a period with their total against the plan, and offers to load days that are not known. */
export function TrafficCard({ figures, last }: { figures: Figures; last: boolean }) {
  const { locale } = useLocale();
  const { period, planGb, forecast, isCycle } = figures;
  const month = useMemo(
    (): ChartMonth | null =>
      period === null
        ? null
        : {
            ...period,
            ceiling: planGb === null ? null : { name: say('charts.plan'), gb: planGb },
            forecast: period.now === null ? null : forecast,
          },
    [period, planGb, forecast],
  );
  const title = last
    ? say(isCycle ? 'overview.trafficLastCycle' : 'overview.trafficLast')
    : say(isCycle ? 'overview.trafficCycle' : 'overview.traffic');
  return (
    <section className="card traffic-card" aria-labelledby="traffic">
      <div className="card-head">
        <h2 id="traffic">{title}</h2>
        <span className="hint">{say('overview.zone')}</span>
        <span className="card-gap" />
        {month !== null && <MonthLegend month={month} />}
      </div>
      {month === null ? (
        <div className="skeleton" style={{ height }} />
      ) : (
        <MonthChart
          key={month.fromMs}
          label={say('overview.chart')}
          locale={locale}
          month={month}
          height={height}
        />
      )}
      {period !== null && <Unknown period={period} />}
      {!last && isCycle && <CycleSum />}
      {!last && <LoadDays />}
    </section>
  );
}

function Unknown({ period }: { period: NonNullable<Figures['period']> }) {
  const { locale } = useLocale();
  const count = period.days.filter(({ trafficGb }) => trafficGb === null).length;
  return count === 0 ? null : <p className="hint">{say('overview.daysUnknown', { count }, locale)}</p>;
}
