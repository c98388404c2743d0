import { say } from '../../electron/text/say.ts';
import type { ChartMonth } from './month-data.ts';

/** Names the lines and bars of a month's chart, those that it has. */
export function MonthLegend({ month: { ceiling, forecast } }: { month: ChartMonth }) {
  return (
    <ul className="chart-legend">
      <Entry mark="total" name={say('charts.total')} />
      <Entry mark="day" name={say('charts.perDay')} />
      {forecast !== null && <Entry mark="forecast" name={say('charts.forecast')} />}
      {ceiling !== null && <Entry mark="pace" name={say('charts.pace')} />}
    </ul>
  );
}

function Entry({ mark, name }: { mark: string; name: string }) {
  return (
    <li>
      <span className={`legend-mark ${mark}`} aria-hidden="true" />
      {name}
    </li>
  );
}
