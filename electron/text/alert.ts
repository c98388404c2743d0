import type { Alert, AlertFacts, AlertSubject } from '../contract/alert.ts';
import type { NotificationText } from './notification.ts';
import { say } from './say.ts';
import { formatDay, formatDayAt, formatDayTime } from './time.ts';
import { formatLimitGb, formatShare, formatTraffic } from './traffic.ts';

/** What the text of an alert is made from. */
export type Reported = Pick<Alert, 'subject' | 'facts'>;

type FactsOf<Rule extends AlertFacts['rule']> = Extract<AlertFacts, { rule: Rule }>;

/** Returns the text of one alert: who, how much of what, and by when. Only the title holds a name. */
export function alertText(alert: Reported, locale: string): NotificationText {
  const { title, body } = wordsOf(alert, locale);
  return { title, body: withOneStop(body) };
}

/** Drops the second stop where a sentence ends with an abbreviated month: `29. Nov.` in German. */
function withOneStop(text: string): string {
  return text.replace(/\.\.(?= |$)/g, '.');
}

function wordsOf({ subject, facts }: Reported, locale: string): NotificationText {
  const name = nameOf(subject);
  const own = subject.kind === 'account' ? 'budget' : 'limit';
  switch (facts.rule) {
    case 'budget':
    case 'limit': {
      // Rounded figures never fall short of the threshold that they crossed.
      const share = formatShare(Math.max(facts.usedGb / facts.limitGb, facts.threshold / 100), locale);
      return { title: say(`alert.used.${own}`, { name, share }), body: usedText(facts, own, locale) };
    }
    case 'will-run-out': {
      const day = formatDayAt(facts.expectedAt, locale);
      return { title: say(`alert.runsOut.${own}`, { name, day }), body: runOutText(facts, own, locale) };
    }
    case 'unusual-day':
      return { title: unusualTitle(name, facts, locale), body: unusualText(facts, locale) };
    case 'over-limit-running': {
      const { used, limit, share } = amountsOf(facts, locale);
      return {
        title: say('alert.overLimit', { name, share }),
        body: say('alert.overLimitBody', { used, limit }),
      };
    }
    case 'disabled-by-vendor':
      return {
        title: say(facts.listed ? 'alert.disabled' : 'alert.unlisted', { name }),
        body: disabledText(facts, locale),
      };
    case 'period-reset':
      return {
        title: say('alert.periodReset'),
        body: say('alert.periodResetBody', { day: formatDay(facts.dateFrom, locale) }),
      };
  }
}

export function nameOf(subject: AlertSubject): string {
  return subject.kind === 'account' ? say('alert.account') : subject.username;
}

function amountsOf({ usedGb, limitGb }: { usedGb: number; limitGb: number }, locale: string) {
  return {
    used: formatTraffic(usedGb, locale),
    limit: formatLimitGb(limitGb, locale),
    share: formatShare(usedGb / limitGb, locale),
  };
}

function usedText(facts: FactsOf<'budget' | 'limit'>, own: 'budget' | 'limit', locale: string): string {
  const { used, limit } = amountsOf(facts, locale);
  return facts.expectedAt === null
    ? say('alert.soFar', { used, limit })
    : say(`alert.reaches.${own}`, { used, limit, day: formatDayAt(facts.expectedAt, locale) });
}

function runOutText(facts: FactsOf<'will-run-out'>, own: 'budget' | 'limit', locale: string): string {
  const amounts = amountsOf(facts, locale);
  const earliest = facts.earliestAt === null ? null : formatDayAt(facts.earliestAt, locale);
  return earliest === null || earliest === formatDayAt(facts.expectedAt, locale)
    ? say(`alert.runsOutBody.${own}`, amounts)
    : say(`alert.runsOutEarlier.${own}`, { ...amounts, earliest });
}

function unusualTitle(name: string, { dayGb, sinceAt }: FactsOf<'unusual-day'>, locale: string): string {
  const used = formatTraffic(dayGb, locale);
  return sinceAt === null
    ? say('alert.unusualToday', { name, used })
    : say('alert.unusualSince', { name, used, moment: formatDayTime(sinceAt, locale) });
}

function unusualText({ dayGb, normalGb, sinceAt }: FactsOf<'unusual-day'>, locale: string): string {
  const usual = formatTraffic(normalGb, locale);
  if (normalGb === 0) return say('alert.unusualFromNone', { usual });
  const share = formatShare(dayGb / normalGb, locale);
  return say(sinceAt === null ? 'alert.unusualBody' : 'alert.unusualBodySince', { share, usual });
}

function disabledText({ usedGb, limitGb, listed }: FactsOf<'disabled-by-vendor'>, locale: string): string {
  if (usedGb === null) return say('alert.disabledBody');
  const used = formatTraffic(usedGb, locale);
  if (limitGb === null) return say(listed ? 'alert.disabledUsed' : 'alert.unlistedUsed', { used });
  return say(
    listed ? 'alert.disabledUsedOf' : 'alert.unlistedUsedOf',
    amountsOf({ usedGb, limitGb }, locale),
  );
}
