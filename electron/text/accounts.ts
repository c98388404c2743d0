import type { AccountRow } from '../contract/account-list.ts';
import { accountName } from '../contract/account-sum.ts';
import { say } from './say.ts';
import { formatGb, formatGbBeside, formatLimitGb } from './traffic.ts';

type Named = Pick<AccountRow, 'key' | 'name' | 'username'>;

/** Names an account, also one that is signed out, of which the main user is not kept. */
export function accountNameText(row: Named): string {
  return accountName(row) ?? say('accountUse.unnamed', { number: row.key });
}

type Used = Pick<AccountRow, 'state' | 'failing' | 'usedGb' | 'planGb'>;

/** Says what an account has used of its plan, and why that may be old. */
export function accountUseText(row: Used, locale: string): string {
  const { state, failing } = row;
  if (state === 'starting') return say('accountUse.starting');
  if (state === 'signed-out') return say('accountUse.signedOut');
  if (state === 'refused') return say('accountUse.refused');
  const use = usedText(row, locale);
  if (state === 'stale' || state === 'offline') return say(`accountUse.${state}`, { use });
  return failing ? say('accountUse.failing', { use }) : use;
}

function usedText({ usedGb, planGb }: Used, locale: string): string {
  if (usedGb === null) return say('accountUse.unknown');
  if (planGb === null) return formatGb(usedGb, locale);
  const used = formatGbBeside(usedGb, planGb, locale);
  return say('units.of', { used, limit: formatLimitGb(planGb, locale) });
}
