import type { BulkChange, JobReason, JobResult } from '../../contract/job.ts';
import { roundedGb } from '../../contract/limit.ts';
import type { SubUser } from '../../contract/sub-user.ts';
import { sameLimit, wasChanged } from '../../usage/written.ts';
import type { JobRecord, JobRow, SentChanges } from './job-steps.ts';

/** What the newest list says about a row that is to be written. */
export type Decision =
  | { kind: 'send'; id: number | null; changes: SentChanges | null }
  | { kind: 'ended'; outcome: JobResult['outcome']; reason: JobReason | null };

/** What is known about the sub-user of a row: as it is in the newest list, and else as it was known before. */
export type Found = { listed: SubUser | undefined; known: SubUser | undefined; isMainUser: boolean };

/**
 * Decides from the newest list what to do for a row, just before its request. What another client changed since the order is
 * left alone, and what an earlier try has done is not done again.
 */
export function decide(task: JobRecord['task'], row: JobRow, found: Found): Decision {
  if (row.renews) return decideRenewal(row, found);
  switch (task.kind) {
    case 'create':
      return decideCreation(row, found);
    case 'delete':
      return decideDeletion(row, found);
    case 'change':
      return row.progress.kind === 'sent' && row.progress.changes !== null
        ? decideAgain(row.id, row.progress.changes, row.progress.before, found)
        : decideChange(row, task.change, found);
  }
}

function ended(outcome: JobResult['outcome'], reason: JobReason | null): Decision {
  return { kind: 'ended', outcome, reason };
}
const skipped = (reason: JobReason): Decision => ended('skipped', reason);

function decideCreation({ progress }: JobRow, { listed }: Found): Decision {
  if (listed === undefined) return { kind: 'send', id: null, changes: null };
  return progress.kind === 'sent'
    ? ended('uncertain', { kind: 'password-uncertain' })
    : skipped({ kind: 'exists' });
}

function decideRenewal({ id }: JobRow, { listed }: Found): Decision {
  const newest = id ?? listed?.id ?? null;
  return newest === null
    ? ended('uncertain', { kind: 'not-listed' })
    : { kind: 'send', id: newest, changes: null };
}

function decideDeletion({ id, seen, progress }: JobRow, { listed, known, isMainUser }: Found): Decision {
  if (isMainUser) return skipped({ kind: 'main-user' });
  if (progress.kind === 'sent') {
    return listed === undefined ? ended('done', null) : { kind: 'send', id, changes: null };
  }
  const now = listed ?? known;
  if (seen !== null && now !== undefined && !sameLimit(seen, now.limit)) {
    return skipped({ kind: 'changed-meanwhile', was: seen, now: now.limit });
  }
  return { kind: 'send', id, changes: null };
}

/** Decides on a change that was sent before, without a clear answer. Its values are absolute, so twice is once. */
function decideAgain(
  id: number | null,
  changes: SentChanges,
  before: JobRow['seen'],
  { listed, known }: Found,
): Decision {
  const now = listed ?? known;
  if (now === undefined) return ended('unknown', { kind: 'not-listed' });
  if (wasChanged(now, changes, before) === 'yes') return ended('done', null);
  const limitMoved = changes.limitGb !== undefined && before !== null && !sameLimit(before, now.limit);
  if (limitMoved) return ended('unknown', { kind: 'changed-meanwhile', was: before, now: now.limit });
  return { kind: 'send', id, changes };
}

function decideChange(
  { id, seen }: JobRow,
  change: BulkChange,
  { listed, known, isMainUser }: Found,
): Decision {
  const now = listed ?? known;
  if (now === undefined) return skipped({ kind: 'not-listed' });
  if (change.what === 'status' && change.status === 'disabled' && isMainUser) {
    return skipped({ kind: 'main-user' });
  }
  const changes = changesOf(now, change);
  if ('kind' in changes) return skipped(changes);
  if (changes.limitGb !== undefined && seen !== null && !sameLimit(seen, now.limit)) {
    if (change.what === 'limit' && isSet(now, changes)) return skipped({ kind: 'already-set' });
    return skipped({ kind: 'changed-meanwhile', was: seen, now: now.limit });
  }
  return isSet(now, changes) ? skipped({ kind: 'already-set' }) : { kind: 'send', id, changes };
}

function isSet(now: SubUser, changes: SentChanges): boolean {
  return wasChanged(now, changes, now.limit) === 'yes';
}

/** Returns the absolute values to send for one sub-user, or why nothing is sent. */
function changesOf({ limit }: SubUser, change: BulkChange): SentChanges | JobReason {
  switch (change.what) {
    case 'limit':
      return { limitGb: change.limitGb };
    case 'status':
      return { status: change.status };
    case 'disables-at-limit':
      return { disablesAtLimit: change.disablesAtLimit };
    case 'add':
      if (limit.kind === 'unlimited') return { kind: 'unlimited' };
      if (limit.kind === 'unknown') return { kind: 'limit-unknown' };
      return { limitGb: roundedGb((limit.kind === 'gb' ? limit.limitGb : 0) + change.gb) };
  }
}

/** Returns what the list shows about a write of a row without a clear answer. */
export function verdictOf(
  task: JobRecord['task'],
  row: JobRow,
  listed: SubUser | undefined,
): 'yes' | 'no' | 'unknown' {
  // A password is in no list.
  if (row.renews || row.progress.kind !== 'sent') return 'unknown';
  switch (task.kind) {
    case 'create':
      return listed === undefined ? 'no' : 'yes';
    case 'delete':
      return listed === undefined ? 'yes' : 'no';
    case 'change':
      return wasChanged(listed, row.progress.changes ?? {}, row.progress.before);
  }
}
