import { type PasswordRule, passwordCharacters, passwordLength } from '../contract/password.ts';
import type { SubUserFilter } from '../contract/settings.ts';
import type { SubUser, SubUserState } from '../contract/sub-user.ts';
import { rowCountText } from './grid.ts';
import { limitText } from './limit.ts';
import { formatCount } from './plural.ts';
import { formatLimitGb, formatTraffic, unknownText } from './traffic.ts';

export const subUsersTexts = {
  title: 'Sub-users',
  fileName: 'Sub-users.csv',
  import: 'Import CSV',
  create: 'New sub-user',
  search: 'Search sub-users',
  filter: 'Show',
  notListed: 'This sub-user is no longer in the list: it was deleted.',
  main: 'Main',
  muted: 'Muted',
  edit: 'Edit',
  usage: 'Usage',
  enable: 'Enable',
  disable: 'Disable',
  copyConnection: 'Copy connection',
  mute: 'Mute alerts',
  unmute: 'Unmute alerts',
} as const;

export const csvHeadings = [
  'Username',
  'Id',
  'Status',
  'Traffic in this period (GB)',
  'Limit (GB)',
  'Disables at limit',
  'Lifetime',
  'Created (UTC)',
] as const;

export const filterNames: Record<SubUserFilter, string> = {
  all: 'All',
  active: 'Active',
  disabled: 'Disabled',
  'over-80': 'Over 80 %',
  'over-limit-running': 'Over limit and still running',
  unlimited: 'Unlimited',
  blocked: 'Blocked',
};

export function statusText({ status, listed }: Pick<SubUser, 'status' | 'listed'>): string {
  if (!listed) return 'Disabled, not listed';
  return { active: 'Active', disabled: 'Disabled', unknown: 'Unknown' }[status];
}

export function yesNo(flag: boolean | null): string {
  return flag === null ? unknownText : flag ? 'Yes' : 'No';
}

export function actionsText(username: string): string {
  return `Actions for ${username}`;
}

export function usedByText(username: string): string {
  return `Used by ${username}`;
}

/** Returns the number of sub-users: `12`, `3 of 12`, and what the list lacks. */
export function listCountText(
  list: { shown: number; count: number; setAside: number },
  locale: string,
): string {
  const count = rowCountText(list.shown, list.count, locale);
  return list.setAside === 0
    ? count
    : `${count}, ${formatCount(list.setAside, locale)} unreadable ones left out`;
}

export const formTexts = {
  username: 'Username',
  usernameRule: 'Letters, digits and underscores.',
  password: 'Password',
  newPassword: 'New password (optional)',
  generate: 'Generate',
  ruleKept: ': kept',
  ruleOpen: ': not yet',
  limit: 'Traffic limit (GB)',
  limitHint: 'Enter a number, or choose Unlimited. 0 blocks all traffic.',
  limitMissing: 'Enter a traffic limit in GB, or choose Unlimited.',
  unlimited: 'Unlimited',
  lifetime: 'Lifetime',
  lifetimeHint: 'Traffic and limit count from the beginning and do not restart each month.',
  disableAtLimit: 'Disable at limit',
  disableAtLimitHint: 'Otherwise the sub-user goes on using traffic beyond its limit.',
  nothingChanged: 'You changed nothing.',
  overwrite: 'Press Save again to overwrite it.',
  create: 'Create',
  setPassword: 'Set this password',
  created: 'Copy the password now. Oxylabs never shows it again, and Oxygauge does not keep it.',
  copyPassword: 'Copy password',
  connection: 'Connection',
  done: 'Done',
} as const;

/** The vendor's rules for a password in words. */
export const passwordRuleTexts: Record<PasswordRule, string> = {
  length: `${passwordLength.least} to ${passwordLength.most} characters`,
  lower: 'a lowercase letter',
  upper: 'an uppercase letter',
  digit: 'a digit',
  symbol: `one of ${[...passwordCharacters.symbol].join(' ')}`,
};

export function editTitle(username: string): string {
  return `Edit ${username}`;
}

export function createdTitle(username: string): string {
  return `${username} was created`;
}

export function secretCopiedText(what: string): string {
  return `${what} copied. Oxygauge clears the clipboard after a minute.`;
}

/** Returns what a limit in the form means. `each`: for several sub-users. */
export function limitMeaning(
  limitGb: number | null,
  { lifetime, each = false }: { lifetime: boolean; each?: boolean },
  locale: string,
): string {
  if (limitGb === null) return 'Unlimited: may use any amount of traffic.';
  if (limitGb === 0) return 'Blocked: may use no traffic at all.';
  const period = lifetime ? 'in its whole life' : 'each month';
  return `${each ? 'Each may' : 'May'} use up to ${formatLimitGb(limitGb, locale)} ${period}.`;
}

/** Returns the differences between the sub-user when the form was opened and now. */
export function differences(seen: SubUserState, now: SubUserState, locale: string): string[] {
  const limitOf = ({ limit }: SubUserState) => limitText(limit, locale, unknownText);
  const pairs: [string, string, string][] = [
    ['Status', seen.status, now.status],
    ['Traffic limit', limitOf(seen), limitOf(now)],
    ['Lifetime', yesNo(seen.lifetime), yesNo(now.lifetime)],
    ['Disable at limit', yesNo(seen.disablesAtLimit), yesNo(now.disablesAtLimit)],
  ];
  return pairs
    .filter(([, before, after]) => before !== after)
    .map(([name, before, after]) => `${name}: was ${before}, is now ${after}`);
}

export function deleteTitle(username: string): string {
  return `Delete ${username}?`;
}

export function deleteButton(username: string): string {
  return `Delete ${username}`;
}

/** Returns what deleting a sub-user means. */
export function deleteText({ trafficGb, lifetime }: SubUser, locale: string): string {
  const used =
    trafficGb === null
      ? 'Its traffic is not known.'
      : `It used ${formatTraffic(trafficGb, locale)} ${lifetime ? 'in its life' : 'this month'}.`;
  return `${used} Whatever runs under its name stops working at once, and its statistics are deleted. This cannot be undone.`;
}
