import type { ApiFailure } from '../../contract/failure.ts';
import type { JobReason, JobResult } from '../../contract/job.ts';
import type { SubUser } from '../../contract/sub-user.ts';
import { changedSubUser } from '../../usage/written.ts';
import type { SubUserListAccess } from '../sub-users/sub-user-list.ts';
import { fateOf } from '../sub-users/write-end.ts';
import { verdictOf } from './decide.ts';
import { type JobEnd, resultOf } from './job.ts';
import type { JobRow } from './job-steps.ts';
import type { JournaledJob } from './journal.ts';
import { findIn } from './listed-rows.ts';

type Verdict = 'yes' | 'no' | 'unknown';

/** Shows what was carried out in this run, reads the list, and settles the unclear writes by it. */
export async function settleRows(
  list: SubUserListAccess,
  job: JournaledJob,
  ends: readonly JobEnd[],
  { sent, stopped }: { sent: ReadonlySet<JobRow>; stopped: AbortSignal },
): Promise<JobResult[]> {
  const { rows, record } = job;
  const unclear = rows.filter((_row, index) => ends[index]?.kind === 'unclear');
  const verdict = (row: JobRow, listed: readonly SubUser[]) =>
    verdictOf(record.task, row, findIn(listed, row));
  show(list, job, (row, index) => sent.has(row) && isDone(ends[index]));
  const shows = (which: readonly JobRow[]) => (all: readonly SubUser[]) =>
    which.every((row) => verdict(row, all) !== 'no');
  const early =
    unclear.length > 0 ? await list.settle(shows(unclear)) : sent.size > 0 ? await list.readAgain() : null;
  // What the API refused is not carried out later, so only the others wait for a late server.
  const late = new Set(rows.filter((_row, index) => mayBeLate(ends[index])));
  const isOpen = (row: JobRow) => late.has(row) && !(early?.ok && verdict(row, early.value) !== 'no');
  const open = unclear.filter(isOpen);
  const last = open.length > 0 ? await list.settleLate(shows(open), stopped) : early;
  const listed = last ?? early;
  const verdicts = new Map<JobRow, Verdict>(
    unclear.map((row) => {
      const shown = listed?.ok ? verdict(row, listed.value) : 'unknown';
      // Without all looks, "not done" is not the last word.
      return [row, last === null && shown === 'no' && late.has(row) ? 'unknown' : shown];
    }),
  );
  // Shows what only the list revealed. A deleted sub-user would otherwise be taken for a disabled one.
  for (const [row, done] of verdicts) {
    if (done === 'yes' && record.task.kind === 'delete' && row.id !== null) list.noteDeleted(row.id);
  }
  show(list, job, (row) => verdicts.get(row) === 'yes');
  return rows.map((row, index) => {
    const end = ends[index];
    if (end === undefined) return resultOf(row, 'not-sent', null);
    if (end.kind === 'clear') {
      const renewed = !row.renews || end.outcome === 'done';
      return resultOf(row, renewed ? end.outcome : 'uncertain', end.reason);
    }
    return settledResult(job, row, end.cause, verdicts.get(row) ?? 'unknown');
  });
}

function mayBeLate(end: JobEnd | undefined): boolean {
  return end?.kind === 'unclear' && fateOf(end.cause) === 'unclear';
}

function isDone(end: JobEnd | undefined): boolean {
  return end?.kind === 'clear' && end.outcome === 'done';
}

function show(
  list: SubUserListAccess,
  { rows, record }: JournaledJob,
  which: (row: JobRow, index: number) => boolean,
): void {
  const written = new Map(rows.filter(which).flatMap((row) => (row.id === null ? [] : [[row.id, row]])));
  if (written.size === 0) return;
  list.show((all) =>
    all.flatMap((each) => {
      const row = written.get(each.id);
      if (row === undefined) return each;
      if (record.task.kind === 'delete') return [];
      return row.sent === null ? each : changedSubUser(each, row.sent);
    }),
  );
}

function settledResult({ record }: JournaledJob, row: JobRow, cause: ApiFailure, done: Verdict): JobResult {
  if (row.renews) return resultOf(row, 'uncertain', unclearReason(cause, 'unknown'));
  if (record.task.kind === 'create' && done === 'yes') {
    return resultOf(row, 'uncertain', unclearReason(cause, 'exists'));
  }
  // The list confirms a refusal, which then is reported as it is.
  const refused = done === 'no' && fateOf(cause) === 'refused';
  const reason: JobReason = refused ? { kind: 'failure', failure: cause } : unclearReason(cause, done);
  return resultOf(row, unclearOutcomes[done], reason);
}

function unclearReason(cause: ApiFailure, done: Verdict | 'exists'): JobReason {
  return { kind: 'failure', failure: { kind: 'unclear-write', cause, done } };
}

const unclearOutcomes = { yes: 'done', no: 'failed', unknown: 'unknown' } as const;
