import { useMemo, useState } from 'react';
import type { Forecast } from '../../../electron/contract/forecast.ts';
import type { SubUser } from '../../../electron/contract/sub-user.ts';
import type { UsageSeries } from '../../../electron/contract/usage.ts';
import { say } from '../../../electron/text/say.ts';
import type { ChartMonth } from '../../charts/month-data.ts';
import { useMirror } from '../mirror.ts';
import { FailureBanner } from '../ui/failure-banner.tsx';
import { monthOf } from './month-of.ts';
import { type Period, queryOf, zoomedTo } from './period.ts';
import { PeriodFields } from './period-fields.tsx';
import { SeriesView } from './series-view.tsx';
import { useSeries } from './use-series.ts';

const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const atFirst: Period = { name: 'current_month', from: null, to: null, hours: false, timeZone: ownZone };

/** Shows a sub-user's traffic over a period that the user chooses. */
export function UsageTab({ subUser, forecast }: { subUser: SubUser; forecast: Forecast | null }) {
  const [period, setPeriod] = useState(atFirst);
  const asked = queryOf(period);
  const { series, running, failure } = useSeries(subUser.id, asked);
  const month = useMonth(subUser, period, series, forecast);
  return (
    <div className="usage">
      <PeriodFields period={period} lifetime={subUser.lifetime === true} onChange={setPeriod} />
      {'problem' in asked && <p className="hint">{asked.problem}</p>}
      {'query' in asked && running && <p className="hint">{say('action.reading')}</p>}
      {'query' in asked && <FailureBanner failure={failure} />}
      {series !== null && (
        <SeriesView
          series={series}
          username={subUser.username}
          month={month}
          period={say(`period.name.${period.name}`)}
          zone={period.name === 'custom' ? period.timeZone : say('usage.vendorZone')}
          onZoom={(from, to) => setPeriod((last) => zoomedTo(last, from, to))}
        />
      )}
    </div>
  );
}

/** Returns the chart of the current month, with its limit and forecast; null for another period or a whole life. */
function useMonth(
  subUser: SubUser,
  { name }: Period,
  series: UsageSeries | null,
  forecast: Forecast | null,
): ChartMonth | null {
  const readAt = useMirror((mirror) => mirror.subUsers.readAt);
  return useMemo(() => {
    if (name !== 'current_month' || series === null || readAt === null || subUser.lifetime === true)
      return null;
    return monthOf({ subUser, points: series.points, forecast, readAt, limitName: say('usage.limit') });
  }, [subUser, name, series, forecast, readAt]);
}
