import type { SubUser } from '../contract/sub-user.ts';
import { formatCount, plural } from './plural.ts';
import { formatTraffic } from './traffic.ts';

/** What can be done with the selected sub-users. */
export const bulkActions = {
  limit: 'Set a limit',
  add: 'Add GB',
  enable: 'Enable',
  disable: 'Disable',
  'disable-at-limit': 'Disable at limit',
  'run-beyond-limit': 'Do not disable at limit',
  delete: 'Delete',
} as const;
export type BulkAction = keyof typeof bulkActions;

export const bulkTexts = {
  selection: 'Selection',
  more: 'More changes',
  clear: 'Clear selection',
  gbToAdd: 'GB to add',
  gbToAddHint: 'Oxygauge adds this to each limit. Unlimited sub-users stay as they are.',
  gbMissing: 'Enter the number of GB.',
  wrongCount: 'The number does not match the selection.',
  deleteHint: 'Type the number of sub-users to delete.',
  disable: 'Whatever runs under their names stops working at once.',
} as const;

/** Returns how many are selected, and what those used whose traffic is known: `3 selected · 83.70 GB`. */
export function selectedText(subUsers: readonly Pick<SubUser, 'trafficGb'>[], locale: string): string {
  const known = subUsers.flatMap(({ trafficGb }) => (trafficGb === null ? [] : trafficGb));
  const count = `${formatCount(subUsers.length, locale)} selected`;
  if (known.length === 0) return count;
  const sumGb = known.reduce((sum, each) => sum + each, 0);
  return `${count} · ${formatTraffic(sumGb, locale)}`;
}

/** Returns what an action does, and to how many: the title of its dialog and the name of its button. */
export function bulkTitle(action: BulkAction, count: number, locale: string): string {
  const subUsers = plural(count, 'sub-user', locale);
  switch (action) {
    case 'limit':
      return `Set the limit of ${subUsers}`;
    case 'add':
      return `Add GB to ${subUsers}`;
    case 'enable':
      return `Enable ${subUsers}`;
    case 'disable':
      return `Disable ${subUsers}`;
    case 'disable-at-limit':
      return `Disable ${subUsers} at the limit`;
    case 'run-beyond-limit':
      return `Let ${subUsers} run beyond the limit`;
    case 'delete':
      return `Delete ${subUsers}`;
  }
}

export function bulkDeleteText(usedGb: number, locale: string): string {
  return `Together they used ${formatTraffic(usedGb, locale)}. Whatever runs under their names stops working at once, and their statistics are deleted. This cannot be undone.`;
}

export function typeCountText(count: number): string {
  return `Type ${count} to delete them`;
}

/** Returns the end of a list of names: ` and 4 more`. */
export function andMoreText(count: number, locale: string): string {
  return ` and ${formatCount(count, locale)} more`;
}
