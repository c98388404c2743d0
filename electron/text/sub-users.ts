import { type PasswordRule, passwordCharacters, passwordLength } from '../contract/password.ts';
import type { SubUser, SubUserState } from '../contract/sub-user.ts';
import { rowCountText } from './grid.ts';
import { limitText } from './limit.ts';
import { say } from './say.ts';
import { formatLimitGb, formatTraffic, unknownText } from './traffic.ts';

export function statusText({ status, listed }: Pick<SubUser, 'status' | 'listed'>): string {
  return say(listed ? `subUsers.status.${status}` : 'subUsers.status.unlisted');
}

export function yesNo(flag: boolean | null): string {
  return flag === null ? unknownText : say(flag ? 'subUsers.yes' : 'subUsers.no');
}

/** Returns the number of sub-users: `12`, `3 of 12`, and what the list lacks. */
export function listCountText(
  { shown, count, setAside }: { shown: number; count: number; setAside: number },
  locale: string,
): string {
  const list = rowCountText(shown, count, locale);
  return setAside === 0 ? list : say('subUsers.countLess', { list, count: setAside }, locale);
}

/** Returns one of the vendor's rules for a password in words. */
export function passwordRuleText(rule: PasswordRule): string {
  if (rule === 'length')
    return say('forms.rule.length', { least: `${passwordLength.least}`, most: `${passwordLength.most}` });
  if (rule === 'symbol')
    return say('forms.rule.symbol', { symbols: [...passwordCharacters.symbol].join(' ') });
  return say(`forms.rule.${rule}`);
}

/** Returns what a limit in the form means. `each`: for several sub-users. */
export function limitMeaning(
  limitGb: number | null,
  { lifetime, each = false }: { lifetime: boolean; each?: boolean },
  locale: string,
): string {
  if (limitGb === null) return say('forms.means.unlimited');
  if (limitGb === 0) return say('forms.means.blocked');
  const limit = formatLimitGb(limitGb, locale);
  if (each) return say('forms.means.eachMonth', { limit });
  return say(lifetime ? 'forms.means.life' : 'forms.means.month', { limit });
}

/** Returns the differences between the sub-user when the form was opened and now. */
export function differences(seen: SubUserState, now: SubUserState, locale: string): string[] {
  const limitOf = ({ limit }: SubUserState) => limitText(limit, locale, unknownText);
  const pairs = [
    ['status', say(`forms.status.${seen.status}`), say(`forms.status.${now.status}`)],
    ['limit', limitOf(seen), limitOf(now)],
    ['lifetime', yesNo(seen.lifetime), yesNo(now.lifetime)],
    ['disableAtLimit', yesNo(seen.disablesAtLimit), yesNo(now.disablesAtLimit)],
  ] as const;
  return pairs
    .filter(([, before, after]) => before !== after)
    .map(([name, before, after]) => say(`forms.changed.${name}`, { before, after }));
}

/** Returns what deleting a sub-user means. */
export function deleteText({ trafficGb, lifetime }: SubUser, locale: string): string {
  if (trafficGb === null) return say('subUsers.deleteUnknown');
  const used = formatTraffic(trafficGb, locale);
  return say(lifetime ? 'subUsers.deleteLife' : 'subUsers.deleteMonth', { used });
}
