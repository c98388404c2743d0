import type { Limit } from '../../../electron/contract/limit.ts';
import type { SubUser } from '../../../electron/contract/sub-user.ts';
import { toCsv } from '../../ui/csv.ts';
import { statusText, yesNo } from './texts.ts';

/** The sub-users in view as CSV, with the API's own precision. What it did not tell stays empty. */
export function rowsCsv(subUsers: readonly SubUser[]): string {
  return toCsv(
    [
      'Username',
      'Id',
      'Status',
      'Traffic in this period (GB)',
      'Limit (GB)',
      'Disables at limit',
      'Lifetime',
      'Created (UTC)',
    ],
    subUsers.map((each) => [
      each.username,
      each.id,
      statusText(each),
      each.trafficGb,
      limitCell(each.limit),
      each.disablesAtLimit === null ? '' : yesNo(each.disablesAtLimit),
      each.lifetime === null ? '' : yesNo(each.lifetime),
      each.createdAt === null ? '' : new Date(each.createdAt).toISOString(),
    ]),
  );
}

/** As the import reads it: a number of GB, 0 for blocked, or the word. */
function limitCell(limit: Limit): string | number {
  switch (limit.kind) {
    case 'gb':
      return limit.limitGb;
    case 'blocked':
      return 0;
    case 'unlimited':
      return 'unlimited';
    case 'unknown':
      return '';
  }
}
