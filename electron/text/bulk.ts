import type { SubUser } from '../contract/sub-user.ts';
import { say } from './say.ts';
import { formatTraffic } from './traffic.ts';

/** What can be done with the selected sub-users, in the order of menus. */
export const bulkActions = [
  'limit',
  'add',
  'enable',
  'disable',
  'disable-at-limit',
  'run-beyond-limit',
  'delete',
] as const;
export type BulkAction = (typeof bulkActions)[number];

/** Returns how many are selected, and what those used whose traffic is known: `3 selected · 83.70 GB`. */
export function selectedText(subUsers: readonly Pick<SubUser, 'trafficGb'>[], locale: string): string {
  const known = subUsers.flatMap(({ trafficGb }) => (trafficGb === null ? [] : trafficGb));
  const count = subUsers.length;
  if (known.length === 0) return say('bulk.selected', { count }, locale);
  const sumGb = known.reduce((sum, each) => sum + each, 0);
  return say('bulk.selectedUsed', { count, used: formatTraffic(sumGb, locale) }, locale);
}
