import type { AlertFacts, AlertRule } from '../contract/alert.ts';
import { alertText, nameOf, type Reported } from './alert.ts';
import type { NotificationText } from './notification.ts';
import { say } from './say.ts';
import { formatShare } from './traffic.ts';

/** Desktops show some four lines of a notification. */
const mostLines = 4;

/**
 * Combines several alerts into one text, the worst first: how many of what, so that the groups add up to all of them, and a
 * line each while they are few. The names are in the body, which some systems read as markup.
 */
export function summaryText(alerts: readonly Reported[], locale: string): NotificationText {
  const worstFirst = alerts.toSorted(byUrgency);
  const groups = groupsOf(worstFirst, locale).join(', ');
  return {
    title: say('alert.summary', { count: alerts.length, groups }, locale),
    body: alerts.length > mostLines ? namesOf(worstFirst, locale) : linesOf(worstFirst, locale),
  };
}

function linesOf(worstFirst: readonly Reported[], locale: string): string {
  return worstFirst.map((alert) => alertText(alert, locale).title).join('\n');
}

/** Traffic that costs money now comes first, then what stands still, then shares. */
const ranks: Record<AlertRule, number> = {
  'over-limit-running': 0,
  'will-run-out': 1,
  'disabled-by-vendor': 2,
  budget: 3,
  limit: 3,
  'unusual-day': 4,
  'period-reset': 5,
};

function byUrgency({ facts: one }: Reported, { facts: other }: Reported): number {
  return ranks[one.rule] - ranks[other.rule] || thresholdOf(other) - thresholdOf(one);
}

function thresholdOf(facts: AlertFacts): number {
  return 'threshold' in facts ? facts.threshold : 0;
}

/** Groups over limit and running out together, and shares by their threshold. */
function groupsOf(worstFirst: readonly Reported[], locale: string): string[] {
  const groups: Reported[][] = [];
  for (const alert of worstFirst) {
    const group = groups.at(-1);
    if (group?.[0] !== undefined && inOneGroup(group[0].facts, alert.facts)) group.push(alert);
    else groups.push([alert]);
  }
  return groups.map((group) => groupText(group, locale));
}

function inOneGroup(one: AlertFacts, other: AlertFacts): boolean {
  return groupRank(one) === groupRank(other) && thresholdOf(one) === thresholdOf(other);
}

function groupRank({ rule }: AlertFacts): number {
  return Math.max(ranks[rule], ranks['will-run-out']);
}

function groupText(group: readonly Reported[], locale: string): string {
  const count = group.length;
  const [first, last] = [group[0]?.facts, group.at(-1)?.facts];
  if (first === undefined || last === undefined) return '';
  switch (first.rule) {
    case 'over-limit-running':
      return say(`alert.group.${last.rule === first.rule ? 'over' : 'overOrRunningOut'}`, { count }, locale);
    case 'will-run-out':
      return say('alert.group.runningOut', { count }, locale);
    case 'disabled-by-vendor':
      return say('alert.group.disabled', { count }, locale);
    case 'budget':
    case 'limit':
      return say('alert.group.share', { count, share: formatShare(first.threshold / 100, locale) }, locale);
    case 'unusual-day':
      return say('alert.group.unusual', { count }, locale);
    case 'period-reset':
      return say('alert.group.newPeriod', { count }, locale);
  }
}

function namesOf(worstFirst: readonly Reported[], locale: string): string {
  const names = [...new Set(worstFirst.map(({ subject }) => nameOf(subject)))];
  const [first = '', second, ...others] = names;
  if (second === undefined) return first.endsWith('.') ? first : `${first}.`;
  if (others.length === 0) return say('alert.names', { first, second });
  return say('alert.namesMore', { first, second, count: others.length }, locale);
}
