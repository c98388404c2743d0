import type { Forecast } from '../../../electron/contract/forecast.ts';
import { endText, formatRough, spreadText } from '../../../electron/contract/forecast-text.ts';
import { sentence } from '../../../electron/contract/sentence.ts';
import { formatDayAt } from '../../../electron/contract/time-text.ts';
import { formatLimitGb } from '../../../electron/contract/traffic-text.ts';
import { useMirror } from '../../state/mirror.ts';

/** Where this month will end, from the account's own total. */
export function ForecastCard() {
  const forecast = useMirror((mirror) => mirror.outlook?.forecast);
  const budgetGb = useMirror((mirror) => mirror.settings?.alerts.budgetGb) ?? null;
  const locale = useMirror((mirror) => mirror.environment?.locale) ?? 'en';
  return (
    <section className="card" aria-labelledby="forecast">
      <h2 id="forecast">Forecast of this month</h2>
      {forecast === undefined || forecast.kind === 'too-little' ? (
        <p className="hint">Too little is known yet: a forecast takes a day of figures in this month.</p>
      ) : (
        <Known forecast={forecast} budgetGb={budgetGb} locale={locale} />
      )}
    </section>
  );
}

type KnownProps = {
  forecast: Extract<Forecast, { kind: 'forecast' }>;
  budgetGb: number | null;
  locale: string;
};

function Known({ forecast, budgetGb, locale }: KnownProps) {
  const { gbPerDay, basis, leftPerDayGb, reachesAt } = forecast;
  const old = useMirror((mirror) => mirror.traffic?.stale) ?? false;
  const days = basis === 'recent' ? 'over the last three days' : 'over this month so far';
  return (
    <dl className="facts wide">
      <dt>It will end</dt>
      <dd className={old ? 'figure faded' : 'figure'}>{sentence(endText(forecast, locale))}</dd>
      <dt>Likely between</dt>
      <dd>{spreadText(forecast, locale) ?? 'The same'}</dd>
      <dt>Rate</dt>
      <dd>
        {formatRough(gbPerDay, locale)} a day, {days}
      </dd>
      <dt>Budget</dt>
      <dd>
        {budgetGb === null
          ? 'None set. Alerts has the place for it.'
          : `${formatLimitGb(budgetGb, locale)}: ${budgetOutcome(reachesAt, leftPerDayGb, locale)}`}
      </dd>
    </dl>
  );
}

function budgetOutcome(reachesAt: number | null, leftPerDayGb: number | null, locale: string): string {
  if (leftPerDayGb === 0) return 'used up';
  const left = leftPerDayGb === null ? '' : `, ${formatRough(leftPerDayGb, locale)} a day left`;
  return reachesAt === null
    ? `lasts until the month ends${left}`
    : `used up on ${formatDayAt(reachesAt, locale)}${left}`;
}
