import type { Guarded, GuardLineOf, Held } from '../../contract/guard-journal.ts';
import { isSame, stopsAt } from './guarded.ts';

export type ActOutcome = GuardLineOf<'ended'>['outcome'];

/**
 * Returns what a list shows of the write that is pending. A limit says more than a status, which others may have set too; that of a
 * sub-user which is not listed is not known.
 */
export function outcomeShown(
  { sent, from, to }: NonNullable<Held['pending']>,
  { listed, usedGb, isListed }: { listed: Guarded | null; usedGb: number | null; isListed: boolean },
): ActOutcome {
  if (!sent) return 'not-sent';
  if (listed === null) return 'unknown';
  const part = isListed && !isSame('limit', from, to) ? 'limit' : 'status';
  if (isSame(part, from, to)) return 'unknown';
  if (isSame(part, listed, to)) return 'done';
  // Oxylabs may have stopped since what the write enabled.
  const isStopped = listed.status === 'disabled' && usedGb !== null && stopsAt(listed, usedGb);
  return isSame(part, listed, from) && !(part === 'status' && isStopped) ? 'not-done' : 'unknown';
}
