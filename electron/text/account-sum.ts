import type { AccountSum } from '../contract/account-sum.ts';
import { say } from './say.ts';
import { formatGb, unknownText } from './traffic.ts';

/** Says the traffic of all accounts this month, and from how many it is known. */
export function accountSumText({ monthGb, added, of }: AccountSum, locale: string): string {
  const gb = monthGb === null ? unknownText : formatGb(monthGb, locale);
  return added === of ? say('accounts.sum', { gb }) : say('accounts.sumOfSome', { gb, added, of }, locale);
}
