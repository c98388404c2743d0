import type { Held } from '../../contract/guard-journal.ts';
import type { SubUser } from '../../contract/sub-user.ts';
import { guardedOf, isSame, stopsAt } from './guarded.ts';

/**
 * Returns a row as its user wants it: with the own limit where the list shows that of Guard, and active where Guard or its limit
 * disabled it. Alerts go by this, so that a cap does not raise them each day.
 */
export function asOwned(row: SubUser, held: Held | undefined): SubUser {
  const listed = held === undefined ? null : guardedOf(row, held.left);
  if (held === undefined || listed === null) return row;
  const { own, left, pending, late } = held;
  const made = [left, pending?.to ?? left, late?.to ?? left];
  const isGuards = made.some((each) => isSame('limit', each, listed)) && !isSame('limit', own, listed);
  const isStopped = isGuards && (!row.listed || stopsAt(listed, row.trafficGb ?? 0));
  const isHeldBack = row.status === 'disabled' && own.status === 'active';
  const { limit, disablesAtLimit } = isGuards ? own : row;
  const status = isHeldBack && (isStopped || left.status === 'disabled') ? 'active' : row.status;
  return { ...row, limit, disablesAtLimit, status };
}
