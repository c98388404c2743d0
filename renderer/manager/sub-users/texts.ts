import type { SubUser, SubUserState } from '../../../electron/contract/sub-user.ts';
import { formatLimitGb, unknownText } from '../../../electron/contract/traffic-text.ts';
import { limitText } from '../../ui/limit-text.ts';

export function statusText({ status, listed }: Pick<SubUser, 'status' | 'listed'>): string {
  if (!listed) return 'Disabled, not listed';
  return { active: 'Active', disabled: 'Disabled', unknown: 'Unknown' }[status];
}

export function yesNo(flag: boolean | null): string {
  return flag === null ? unknownText : flag ? 'Yes' : 'No';
}

/** What a limit in the form means, in words that leave no doubt. */
export function limitMeaning(limitGb: number | null, lifetime: boolean, locale: string): string {
  if (limitGb === null) return 'Unlimited: may use any amount of traffic.';
  if (limitGb === 0) return 'Blocked: may use no traffic at all.';
  const period = lifetime ? 'in its whole life' : 'each month';
  return `May use up to ${formatLimitGb(limitGb, locale)} ${period}.`;
}

/** What differs between the sub-user that the form was opened on and what it is now. */
export function differences(seen: SubUserState, now: SubUserState, locale: string): string[] {
  const pairs: [string, string, string][] = [
    ['Status', seen.status, now.status],
    ['Traffic limit', limitText(seen.limit, locale, unknownText), limitText(now.limit, locale, unknownText)],
    ['Lifetime', yesNo(seen.lifetime), yesNo(now.lifetime)],
    ['Disable at limit', yesNo(seen.disablesAtLimit), yesNo(now.disablesAtLimit)],
  ];
  return pairs
    .filter(([, before, after]) => before !== after)
    .map(([name, before, after]) => `${name}: was ${before}, is now ${after}`);
}

/** The proxy's own login of a sub-user (vendor's documentation of residential proxies). The password is never known here. */
export function connectionText(username: string, password = 'PASSWORD'): string {
  return `https://customer-${username}:${password}@pr.oxylabs.io:7777`;
}
