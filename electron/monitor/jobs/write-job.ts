import type { Session } from '../../account/session.ts';
import { apiFailureSchema, failed, type Outcome, succeeded } from '../../contract/failure.ts';
import type { JobResult } from '../../contract/job.ts';
import type { Authorization, OxylabsClient } from '../../oxylabs/client.ts';
import { mayBeRepeated } from '../sub-users/sub-user-actions.ts';
import type { SubUserListAccess } from '../sub-users/sub-user-list.ts';
import { isSignedOut, sendWrite, type WriteEnd } from '../sub-users/write-end.ts';
import { type Decision, decide } from './decide.ts';
import type { Job, JobEnd, JobItem, JobStep } from './job.ts';
import type { JobPasswords } from './job-passwords.ts';
import type { JobRow } from './job-steps.ts';
import type { JournaledJob } from './journal.ts';
import { findIn } from './listed-rows.ts';
import { settleRows } from './settle-rows.ts';

export type WriteJobParts = {
  list: SubUserListAccess;
  session: Pick<Session, 'call'>;
  client: Pick<OxylabsClient, 'createSubUser' | 'updateSubUser' | 'deleteSubUser'>;
  passwords: JobPasswords;
};

type Send = Extract<Decision, { kind: 'send' }>;

/**
 * Makes the job of what is left of a journaled order. Each row is compared with the newest list just before its request, and
 * is on disk before and after it.
 */
export function writeJob(parts: WriteJobParts, job: JournaledJob): Job {
  const { list } = parts;
  const sent = new Set<JobRow>();
  /** Sent by an earlier run that ended before the answer. */
  const cutOff = new Set(job.rows.filter(({ progress }) => progress.kind === 'sent'));
  const items = job.rows.map(
    (row, index): JobItem => ({
      username: row.username,
      get id() {
        return row.id;
      },
      next: () => nextStep({ ...parts, onSend: () => sent.add(row) }, job, row, index),
    }),
  );
  return {
    task: job.record.task,
    items,
    async settle(ends, stopped) {
      const known = ends.map((end, index) => {
        const row = job.rows[index];
        const open = row !== undefined && cutOff.has(row) && row.progress.kind === 'sent';
        return open ? unclearEnd(end) : end;
      });
      const results = await settleRows(list, job, known, { sent, stopped });
      // What is left of such a job stays as it is on disk, to be continued.
      const interrupted = ends.some(
        (end) =>
          end.kind === 'clear' && (end.reason?.kind === 'interrupted' || end.reason?.kind === 'signed-out'),
      );
      const isLeft = ({ outcome }: JobResult) => ['not-sent', 'unknown'].includes(outcome);
      job.write(
        results.flatMap((result, row) =>
          job.rows[row]?.progress.kind === 'ended' || (interrupted && isLeft(result))
            ? []
            : [{ step: 'ended', row, ...endOf(result) }],
        ),
      );
      return results;
    },
  };
}

/** What was cut off is not known, whatever kept it from being tried again. */
function unclearEnd(end: JobEnd): JobEnd {
  if (end.kind === 'unclear') return end;
  const failure = end.reason?.kind === 'failure' ? end.reason.failure : null;
  const cause = apiFailureSchema.safeParse(failure).data ?? { kind: 'cancelled' as const };
  return { kind: 'unclear', cause };
}

const endOf = ({ id, outcome, reason }: JobResult) => ({ id, outcome, reason });

async function nextStep(
  parts: WriteJobParts & { onSend: () => void },
  job: JournaledJob,
  row: JobRow,
  index: number,
): Promise<JobStep> {
  const { list, passwords } = parts;
  if (row.progress.kind === 'ended') return over(row.progress.outcome, row.progress.reason);
  const newest = await list.newest();
  if (!newest.ok) return { kind: 'unreadable', failure: newest.failure };
  const { id, username } = row;
  const decision = decide(job.record.task, row, {
    listed: findIn(newest.value, row),
    known: id === null ? undefined : list.known(id),
    isMainUser: id !== null && list.isMainUser(id),
  });
  const passwordLost = row.plan !== null && passwords.newest(username) === null;
  const next: Decision =
    decision.kind === 'send' && passwordLost
      ? { kind: 'ended', outcome: 'not-sent', reason: { kind: 'password-lost' } }
      : decision;
  if (next.kind === 'send') {
    return {
      kind: 'send',
      send() {
        parts.onSend();
        return sendRow(parts, job, index, next);
      },
    };
  }
  if (next.outcome === 'done' && job.record.task.kind === 'delete' && id !== null) {
    list.noteDeleted(id);
    parts.onSend();
  }
  job.write([{ step: 'ended', row: index, id: null, outcome: next.outcome, reason: next.reason }]);
  return over(next.outcome, next.reason);
}

function over(outcome: JobResult['outcome'], reason: JobResult['reason']): JobStep {
  return { kind: 'ended', end: { kind: 'clear', outcome, reason } satisfies JobEnd };
}

async function sendRow(
  parts: WriteJobParts,
  job: JournaledJob,
  index: number,
  { id, changes }: Send,
): Promise<WriteEnd<unknown>> {
  const row = job.rows[index];
  if (row === undefined) return { kind: 'not-sent', failure: { kind: 'not-found' } };
  const before = changes?.limitGb === undefined || id === null ? null : (parts.list.known(id)?.limit ?? null);
  const again = row.progress.kind === 'sent';
  job.write([{ step: 'sent', row: index, changes, before }]);
  const end = madeUnclear(
    job,
    row,
    await sendWrite(parts.session, requestOf(parts, job, row, { id, changes })),
    again,
  );
  if (end.kind === 'done') {
    const made = end.value ?? id;
    if (made !== null) noteDone(parts.list, job, made);
    job.write([{ step: 'ended', row: index, id: made, outcome: 'done', reason: null }]);
  } else if (isFinal(end)) {
    const outcome = row.renews ? 'uncertain' : 'failed';
    const reason = { kind: 'failure', failure: end.failure } as const;
    job.write([{ step: 'ended', row: index, id, outcome, reason }]);
  }
  return end;
}

/** Returns the request of a row, whose value is the id of a new sub-user. */
function requestOf(
  { client, passwords }: WriteJobParts,
  { record }: JournaledJob,
  { plan, renews, username }: JobRow,
  { id, changes }: Omit<Send, 'kind'>,
): (who: Authorization) => Promise<Outcome<number | null>> {
  const password = passwords.newest(username)?.reveal() ?? '';
  if (plan !== null && !renews) {
    const { limitGb, lifetime, disablesAtLimit } = plan;
    return async (who) => {
      const made = await client.createSubUser(who, {
        username,
        password,
        limitGb,
        lifetime,
        disablesAtLimit,
      });
      return made.ok ? succeeded(made.value.id) : made;
    };
  }
  if (id === null) return async () => failed({ kind: 'not-found' });
  if (record.task.kind === 'delete') return (who) => client.deleteSubUser(who, id);
  return (who) => client.updateSubUser(who, id, renews ? { password } : (changes ?? {}));
}

/** Treats refusals that a repeated request gets as unclear: a name that is taken, a sub-user that is gone. */
function madeUnclear(
  { record }: JournaledJob,
  { renews }: JobRow,
  end: WriteEnd<number | null>,
  again: boolean,
): WriteEnd<number | null> {
  // An earlier try may have been carried out, whatever became of this one.
  if (again && end.kind !== 'done') return { kind: 'unclear', failure: end.failure };
  if (end.kind !== 'refused' || renews) return end;
  const repeated =
    (record.task.kind === 'create' && mayBeRepeated(end)) ||
    (record.task.kind === 'delete' && end.failure.kind === 'not-found');
  return repeated ? { kind: 'unclear', failure: end.failure } : end;
}

/** Returns whether a failed request is not tried again and needs no list. */
function isFinal({ kind, failure }: Exclude<WriteEnd<unknown>, { kind: 'done' }>): boolean {
  return kind !== 'unclear' && !isSignedOut(failure);
}

function noteDone(list: SubUserListAccess, { record }: JournaledJob, id: number): void {
  if (record.task.kind === 'delete') list.noteDeleted(id);
  else list.noteWritten(id);
}
