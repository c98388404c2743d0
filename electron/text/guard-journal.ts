import type { Guarded } from '../contract/guard-journal.ts';
import type { GuardRow } from '../contract/guard-view.ts';
import { limitText } from './limit.ts';
import { say } from './say.ts';
import { unknownText } from './traffic.ts';

/** Returns what a row of the journal says was done, with what it was before and is after. */
export function changeText(row: GuardRow, locale: string): string {
  const { what, outcome, from, to } = row;
  const between = from === null || to === null ? [] : differences(from, to, locale);
  if (what === 'write') {
    const end = outcome === null || outcome === 'done' ? [] : [say(`guardJournal.outcome.${outcome}`)];
    return [...between, ...end].join(', ');
  }
  if (what === 'rule-set' || what === 'rule-removed' || what === 'pulled' || what === 'put-back')
    return say(`guardJournal.what.${what}`, { rule: ruleName(row) });
  const done = what === 'changed' && row.pauses ? 'pauses' : what;
  return [...between, say(`guardJournal.what.${done}`)].join(', ');
}

/** Returns why it was done, in words. */
export function whyText({ why }: GuardRow): string {
  return why.map((reason) => say(`guardJournal.reason.${reason}`)).join(', ');
}

/** Returns how one differs from another, each in a few words. */
export function differences(from: Guarded, to: Guarded, locale: string): string[] {
  const limits = [from.limit, to.limit].map((limit) => limitText(limit, locale, unknownText));
  const [before = '', after = ''] = limits;
  return [
    ...(before === after ? [] : [say('guardJournal.limit', { from: before, to: after })]),
    ...(from.disablesAtLimit === to.disablesAtLimit
      ? []
      : [say(to.disablesAtLimit ? 'guardJournal.disables' : 'guardJournal.keepsOn')]),
    ...(from.status === to.status
      ? []
      : [say(to.status === 'disabled' ? 'guardJournal.disabled' : 'guardJournal.enabled')]),
  ];
}

function ruleName({ rule }: GuardRow): string {
  switch (rule?.kind) {
    case 'daily-cap':
    case 'hours-off':
    case 'packs':
    case 'brake':
    case 'unusual-day':
      return say(`guard.kind.${rule.kind}`);
    default:
      return say('guardJournal.goneRule');
  }
}
