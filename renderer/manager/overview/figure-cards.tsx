import type { ReactNode } from 'react';
import { useLocale } from 'react-aria-components';
import { formatRough } from '../../../electron/text/forecast.ts';
import { formatMoney, formatRoughMoney } from '../../../electron/text/money.ts';
import { leftText, rangeText, usedText } from '../../../electron/text/overview.ts';
import { say } from '../../../electron/text/say.ts';
import { formatDayAt } from '../../../electron/text/time.ts';
import { formatGb, formatShare, unknownText } from '../../../electron/text/traffic.ts';
import { type Figures, pointsOverPace } from '../../state/figures.ts';
import { Meter } from '../../ui/meter.tsx';
import { useMirror } from '../mirror.ts';
import { Parts } from './parts.tsx';

type FigureCardProps = { name: string; figure: string; children: ReactNode };

/** Shows one figure with its name above and what it means below. An outdated one is faded. */
function FigureCard({ name, figure, children }: FigureCardProps) {
  const stale = useMirror((mirror) => mirror.traffic.stale);
  const unit = figure.match(/ [GMT]B$/)?.[0] ?? '';
  return (
    <section className="card figure-card" aria-label={name}>
      <h2>{name}</h2>
      <p className={stale ? 'figure faded' : 'figure'}>
        {figure.slice(0, figure.length - unit.length)}
        <span className="unit">{unit}</span>
      </p>
      {children}
    </section>
  );
}

/** Shows the four figures of the current period. */
export function FigureCards({ figures }: { figures: Figures }) {
  return (
    <>
      <UsedCard figures={figures} last={false} />
      <ForecastCard figures={figures} />
      <LeftCard figures={figures} />
      <CostCard figures={figures} last={false} />
    </>
  );
}

/** Shows what the period has used of the plan, beside an even pace. */
export function UsedCard({ figures, last }: { figures: Figures; last: boolean }) {
  const { locale } = useLocale();
  const { usedGb, planGb, pace, isCycle } = figures;
  const name = last
    ? say(isCycle ? 'overview.usedLastCycle' : 'overview.usedLastMonth')
    : say(isCycle ? 'overview.usedCycle' : 'overview.usedMonth');
  if (usedGb === null) {
    return (
      <FigureCard name={name} figure={unknownText}>
        <p className="hint">{say('overview.noTotal')}</p>
      </FigureCard>
    );
  }
  return (
    <FigureCard name={name} figure={formatGb(usedGb, locale)}>
      {planGb !== null && (
        <>
          <Meter
            label={say('overview.usedMeter')}
            share={usedGb / planGb}
            text={formatShare(usedGb / planGb, locale)}
            pace={pace}
            tone="plain"
          />
          <p className="hint">
            <Parts
              text={usedText(
                { usedGb, planGb, points: pace === null ? null : pointsOverPace(usedGb, planGb, pace) },
                locale,
              )}
            />
          </p>
        </>
      )}
    </FigureCard>
  );
}

function ForecastCard({ figures: { forecast, planGb } }: { figures: Figures }) {
  const { locale } = useLocale();
  if (forecast === null) {
    return (
      <FigureCard name={say('overview.forecastShort')} figure={unknownText}>
        <p className="hint">{say('overview.tooLittle')}</p>
      </FigureCard>
    );
  }
  const { endGb, endsAt } = forecast;
  const overGb = planGb === null ? null : endGb - planGb;
  return (
    <FigureCard
      name={say('overview.forecast', { day: formatDayAt(endsAt - 1, locale) })}
      figure={formatRough(endGb, locale)}
    >
      <p className="hint">
        <span className="part">
          {rangeText(forecast, locale)}
          {overGb !== null && ' ·'}
        </span>{' '}
        {overGb !== null && <BesidePlan overGb={overGb} />}
      </p>
    </FigureCard>
  );
}

function BesidePlan({ overGb }: { overGb: number }) {
  const { locale } = useLocale();
  const gb = formatRough(Math.abs(overGb), locale);
  if (Math.abs(overGb) < 0.5) return <strong className="part">{say('overview.onPlan')}</strong>;
  return (
    <strong className={overGb > 0 ? 'part over' : 'part under'}>
      {overGb > 0 ? say('overview.overPlan', { gb }) : say('overview.underPlan', { gb })}
    </strong>
  );
}

function LeftCard({ figures: { leftGb, planGb, daysLeft, forecast } }: { figures: Figures }) {
  const { locale } = useLocale();
  if (planGb === null || leftGb === null) {
    const hint = planGb === null ? say('overview.leftNoPlan') : say('overview.noTotal');
    return (
      <FigureCard name={say('overview.left')} figure={unknownText}>
        <p className="hint">{hint}</p>
      </FigureCard>
    );
  }
  return (
    <FigureCard name={say('overview.left')} figure={formatGb(leftGb, locale)}>
      <p className="hint">
        <Parts text={leftText({ leftGb, daysLeft, rateGb: forecast?.gbPerDay ?? null }, locale)} />
      </p>
    </FigureCard>
  );
}

/** Shows what the period costs at the price that the user set: Oxylabs reports none. */
export function CostCard({ figures: { usedGb, forecast }, last }: { figures: Figures; last: boolean }) {
  const { locale } = useLocale();
  const { pricePerGb, currency } = useMirror((mirror) => mirror.settings.plan);
  const name = say(last ? 'overview.costMonth' : 'overview.cost');
  if (pricePerGb === null) {
    return (
      <FigureCard name={name} figure={unknownText}>
        <p className="hint">{say('overview.costNone')}</p>
      </FigureCard>
    );
  }
  const price = formatMoney(pricePerGb, currency, locale);
  const soFar = usedGb === null ? unknownText : formatMoney(usedGb * pricePerGb, currency, locale);
  return (
    <FigureCard name={name} figure={soFar}>
      <p className="hint">
        {forecast === null
          ? say('overview.costRate', { price })
          : say('overview.costAhead', {
              end: formatRoughMoney(forecast.endGb * pricePerGb, currency, locale),
              day: formatDayAt(forecast.endsAt - 1, locale),
              price,
            })}
      </p>
    </FigureCard>
  );
}
