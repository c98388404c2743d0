import { Check, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { formatRough } from '../../electron/text/forecast.ts';
import { rangeText } from '../../electron/text/overview.ts';
import { todayTexts } from '../../electron/text/popover.ts';
import { say } from '../../electron/text/say.ts';
import { formatDayAt } from '../../electron/text/time.ts';
import { formatGb } from '../../electron/text/traffic.ts';
import type { Figures } from '../state/figures.ts';
import { useNow } from '../state/now.ts';
import { useLocale } from './locale.ts';
import { useMirror } from './mirror.ts';
import { todayOf } from './today.ts';

/** Shows today beside the usual day, what is left of the plan, and where the period will end. */
export function Glance({ figures }: { figures: Figures }) {
  return (
    <dl className="glance">
      <Today />
      <Left figures={figures} />
      <End figures={figures} />
    </dl>
  );
}

type FigureProps = { name: string; gb: string; note?: string; children?: ReactNode };

function Figure({ name, gb, note, children }: FigureProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <strong>{gb}</strong> {children}
      </dd>
      {note !== undefined && <dd className="note">{note}</dd>}
    </div>
  );
}

function Today() {
  const locale = useLocale();
  const accountDays = useMirror((mirror) => mirror.accountDays);
  const { todayGb, usualGb } = todayOf(accountDays, useNow());
  const { today, usual } = todayTexts(todayGb, usualGb, locale);
  return (
    <Figure name={say('popover.today')} gb={today}>
      {usual}
    </Figure>
  );
}

function Left({ figures: { leftGb, daysLeft } }: { figures: Figures }) {
  const locale = useLocale();
  if (leftGb === null) return null;
  return (
    <Figure name={say('popover.left')} gb={formatGb(leftGb, locale)}>
      {daysLeft !== null && say('popover.leftDays', { days: daysLeft }, locale)}
    </Figure>
  );
}

function End({ figures: { forecast, planGb } }: { figures: Figures }) {
  const locale = useLocale();
  const old = useMirror((mirror) => mirror.traffic.stale);
  if (forecast === null || old) return null;
  const { endGb, endsAt } = forecast;
  return (
    <Figure
      name={say('popover.end', { day: formatDayAt(endsAt - 1, locale) })}
      gb={formatRough(endGb, locale)}
      note={rangeText(forecast, locale)}
    >
      {planGb !== null && <BesidePlan over={endGb > planGb} />}
    </Figure>
  );
}

function BesidePlan({ over }: { over: boolean }) {
  const words = say(over ? 'popover.overPlan' : 'popover.underPlan');
  return (
    <span className={over ? 'beside over' : 'beside under'} title={words}>
      {over ? <TriangleAlert aria-hidden="true" /> : <Check aria-hidden="true" />}
      <span className="unseen">{words}</span>
    </span>
  );
}
