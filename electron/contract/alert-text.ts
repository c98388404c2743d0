import type { Alert, AlertFacts, AlertSubject } from './alert.ts';
import { formatDayAt } from './time-text.ts';
import { formatLimitGb, formatShare, formatTraffic } from './traffic-text.ts';

/** A notification in words. Only the title may hold a username: there, no system takes it for markup. */
export type AlertText = { title: string; body: string };

/** One alert in words: who, how much of what, and by when. */
export function alertText({ subject, facts }: Pick<Alert, 'subject' | 'facts'>, locale: string): AlertText {
  const who = subject.kind === 'account' ? 'Your account' : subject.username;
  const own = subject.kind === 'account' ? 'budget' : 'limit';
  switch (facts.rule) {
    case 'budget':
    case 'limit':
      return {
        title: `${who}: ${shareOf(facts, locale)} of the ${own} used`,
        body: `${usedOf(facts, locale)}.${expected(facts.expectedAt, own, locale)}`,
      };
    case 'will-run-out':
      return {
        title: `${who}: the ${own} will be used up on ${formatDayAt(facts.expectedAt, locale)}`,
        body: `${usedOf(facts, locale)}, ${shareOf(facts, locale)}. At this rate it does not last until the period ends.`,
      };
    case 'unusual-day':
      return {
        title: `${who}: ${formatTraffic(facts.dayGb, locale)} today`,
        body: unusualText(facts, locale),
      };
    case 'over-limit-running':
      return {
        title: `${who}: over the limit and still running (${shareOf(facts, locale)})`,
        body: `${usedOf(facts, locale)}. It is not disabled at its limit, so its traffic is billed on.`,
      };
    case 'disabled-by-vendor':
      return { title: `${who}: disabled by Oxylabs`, body: disabledText(facts, locale) };
    case 'period-reset':
      return { title: 'A new period has begun', body: `Traffic counts from ${facts.dateFrom}.` };
  }
}

/** Several alerts at once: how many, and whom they are about. The names are for a body, which some systems read as markup. */
export function summaryText(alerts: readonly Alert[]): AlertText {
  const names = [...new Set(alerts.map(({ subject }) => nameOf(subject)))];
  const [first = '', second, ...others] = names;
  const rest = others.length === 0 ? '' : ` and ${others.length.toLocaleString('en')} more`;
  return {
    title: `${alerts.length.toLocaleString('en')} alerts${percentages(alerts)}`,
    body: `${second === undefined ? first : rest === '' ? `${first} and ${second}` : `${first}, ${second}${rest}`}.`,
  };
}

export function nameOf(subject: AlertSubject): string {
  return subject.kind === 'account' ? 'Your account' : subject.username;
}

/** `: 812 at 100 %, 188 at 80 %`; nothing where no alert is about a share. */
function percentages(alerts: readonly Alert[]): string {
  const counts = new Map<number, number>();
  for (const { facts } of alerts) {
    if (facts.rule !== 'budget' && facts.rule !== 'limit') continue;
    counts.set(facts.threshold, (counts.get(facts.threshold) ?? 0) + 1);
  }
  const parts = [...counts]
    .sort(([one], [other]) => other - one)
    .map(([threshold, count]) => `${count.toLocaleString('en')} at ${threshold} %`);
  return parts.length === 0 ? '' : `: ${parts.join(', ')}`;
}

function shareOf({ usedGb, limitGb }: { usedGb: number; limitGb: number }, locale: string): string {
  return formatShare(usedGb / limitGb, locale);
}

function usedOf({ usedGb, limitGb }: { usedGb: number; limitGb: number }, locale: string): string {
  return `${formatTraffic(usedGb, locale)} of ${formatLimitGb(limitGb, locale)}`;
}

function expected(expectedAt: number | null, own: string, locale: string): string {
  return expectedAt === null
    ? ''
    : ` At this rate the ${own} is reached on ${formatDayAt(expectedAt, locale)}.`;
}

function unusualText(
  { dayGb, normalGb }: Extract<AlertFacts, { rule: 'unusual-day' }>,
  locale: string,
): string {
  const normal = `a normal day has ${formatTraffic(normalGb, locale)}.`;
  return normalGb === 0
    ? `Far more than usual: ${normal}`
    : `${formatShare(dayGb / normalGb, locale)} of what is usual: ${normal}`;
}

function disabledText(
  { usedGb, limitGb }: Extract<AlertFacts, { rule: 'disabled-by-vendor' }>,
  locale: string,
) {
  if (usedGb === null) return 'It can use no traffic until it is enabled.';
  const used =
    limitGb === null
      ? formatTraffic(usedGb, locale)
      : `${usedOf({ usedGb, limitGb }, locale)} (${shareOf({ usedGb, limitGb }, locale)})`;
  return `It used ${used}, and can use no more until it is enabled.`;
}
