import type { AccountRow } from '../contract/account-list.ts';
import { type AccountSum, accountName } from '../contract/account-sum.ts';
import { say } from './say.ts';
import { formatGb, formatGbBeside, formatLimitGb, unknownText } from './traffic.ts';

type Named = Pick<AccountRow, 'name' | 'username'>;

/** Names an account, also one that was never signed in. */
export function accountNameText(row: Named): string {
  return accountName(row) ?? say('accounts.unnamed');
}

type Used = Pick<AccountRow, 'state' | 'failing' | 'usedGb' | 'planGb'>;

/** Says what an account has used of its plan, and why that may be old. */
export function accountUseText(row: Used, locale: string): string {
  const { state, failing } = row;
  if (state === 'starting') return say('accounts.starting');
  if (state === 'signed-out') return say('accounts.signedOut');
  if (state === 'refused') return say('accounts.refused');
  const use = usedText(row, locale);
  if (state === 'stale' || state === 'offline') return say(`accounts.${state}`, { use });
  return failing ? say('accounts.failing', { use }) : use;
}

function usedText({ usedGb, planGb }: Used, locale: string): string {
  if (usedGb === null) return say('accounts.unknown');
  if (planGb === null) return formatGb(usedGb, locale);
  const used = formatGbBeside(usedGb, planGb, locale);
  return say('units.of', { used, limit: formatLimitGb(planGb, locale) });
}

/** Says the traffic of all accounts this month, and from how many it is known. */
export function accountSumText({ monthGb, added, of }: AccountSum, locale: string): string {
  const gb = monthGb === null ? unknownText : formatGb(monthGb, locale);
  return added === of ? say('accounts.sum', { gb }) : say('accounts.sumOfSome', { gb, added, of }, locale);
}
