import type { Limit } from '../../../electron/contract/limit.ts';
import type { SubUser } from '../../../electron/contract/sub-user.ts';
import { toCsv } from '../../../electron/text/csv.ts';
import { say } from '../../../electron/text/say.ts';
import { statusText, yesNo } from '../../../electron/text/sub-users.ts';

/** Returns the sub-users in view as CSV, with the API's precision. Unknown values are empty. */
export function rowsCsv(subUsers: readonly SubUser[]): string {
  return toCsv(
    [
      say('subUsers.csv.username'),
      say('subUsers.csv.id'),
      say('subUsers.csv.status'),
      say('subUsers.csv.traffic'),
      say('subUsers.csv.limit'),
      say('subUsers.csv.disablesAtLimit'),
      say('subUsers.csv.lifetime'),
      say('subUsers.csv.created'),
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

/** Writes a limit as the import reads it: a number of GB, 0 for blocked, or the word. */
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
