import type { GuardRule, RuleOf } from '../contract/guard.ts';
import { type GuardNews, newsKinds } from '../contract/guard-news.ts';
import { describeFailure } from './failure.ts';
import type { NotificationText } from './notification.ts';
import { say } from './say.ts';
import { formatDay } from './time.ts';
import { formatGb, formatShare } from './traffic.ts';

/** Combines what Guard did into one text: of one kind with its reason, of several a line each. */
export function guardNewsText(news: readonly GuardNews[], locale: string): NotificationText {
  const groups = newsKinds
    .map((kind) => news.filter((each) => each.kind === kind))
    .filter((group) => group.length > 0);
  const titles = groups.map((group) => titleOf(group, locale));
  const [first = [], ...others] = groups;
  const [title = '', ...lines] = titles;
  return { title, body: others.length === 0 ? bodyOf(first) : lines.join('\n') };
}

function titleOf(group: readonly GuardNews[], locale: string): string {
  const [{ kind, username }] = group as [GuardNews];
  return say(`guardNews.title.${kind}`, { count: group.length, name: username }, locale);
}

function bodyOf([first]: readonly GuardNews[]): string {
  if (first === undefined) return '';
  const { kind, why, failure } = first;
  if (kind === 'failed' && failure !== null) return describeFailure(failure);
  if (kind !== 'disabled') return say(`guardNews.body.${kind}`);
  const reason = why.find((each) => each === 'brake' || each === 'unusual-day' || each === 'hours-off');
  return say(`guardNews.body.disabled.${reason ?? 'other'}`);
}

/** Asks whether a rule may disable sub-users. */
export function guardQuestionText(
  rule: GuardRule,
  names: readonly string[],
  locale: string,
): NotificationText {
  const kind = rule.kind === 'brake' ? rule.kind : 'unusual-day';
  const title = say(`guardNews.ask.${kind}`, { count: names.length, name: names[0] ?? '' }, locale);
  return {
    title,
    body: rule.kind === 'brake' ? brakeText(rule, locale) : say('guardNews.askBody.unusual-day'),
  };
}

function brakeText({ at }: RuleOf<'brake'>, locale: string): string {
  if (at.kind === 'forecast') return say('guardNews.askBody.forecast');
  return say('guardNews.askBody.share', { share: formatShare(at.percent / 100, locale) });
}

/** Says that what is left of a pack expires. */
export function packEndsText(leftGb: number, expires: string, locale: string): NotificationText {
  const title = say('guardNews.packEnds', { gb: formatGb(leftGb, locale), day: formatDay(expires, locale) });
  return { title, body: say('guardNews.packEndsBody') };
}
