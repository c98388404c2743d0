import { z } from 'zod';
import type { AccountId } from '../../contract/account.ts';
import { keySchema } from '../../contract/bounds.ts';
import { parseJson } from '../../oxylabs/answer.ts';
import type { JsonFiles, LinesFiles } from '../../storage/files.ts';
import {
  applyStep,
  type JobProgress,
  type JobRecord,
  jobRecordSchema,
  progressOf,
  type RecordedStep,
  recordedStepSchema,
} from './job-steps.ts';

/** Holds a job whose steps are on disk. */
export type JournaledJob = JobProgress & {
  readonly accountId: AccountId;
  readonly record: JobRecord;
  /** Applies steps and appends them to the file, in one write. */
  write(steps: readonly RecordedStep[]): void;
};

/** Keeps the last writing job of each account on disk, until the user closes it. */
export type Journal = {
  begin(accountId: AccountId, record: JobRecord): JournaledJob;
  recall(accountId: AccountId): JournaledJob | null;
  forget(accountId: AccountId): void;
};

/** The steps of another job, left by a kill between two writes, are skipped by their id. */
const lineSchema = z.intersection(z.object({ job: keySchema }), recordedStepSchema);

export function createJournal(files: { jobs: JsonFiles; steps: LinesFiles }): Journal {
  const { jobs, steps } = files;
  const recordFile = (accountId: AccountId) => `${accountId}.json`;
  const stepsFile = (accountId: AccountId) => `${accountId}.jsonl`;
  /** The jobs that may still write: a forgotten one may have requests under way. */
  const open = new Map<AccountId, string>();

  function journaled(accountId: AccountId, record: JobRecord): JournaledJob {
    open.set(accountId, record.id);
    const job: JournaledJob = {
      ...progressOf(record),
      accountId,
      record,
      write(each) {
        for (const step of each) applyStep(job, step);
        if (open.get(accountId) !== record.id) return;
        steps.append(
          stepsFile(accountId),
          each.map((step) => JSON.stringify({ job: record.id, ...step })),
        );
      },
    };
    return job;
  }

  return {
    begin(accountId, record) {
      steps.remove(stepsFile(accountId));
      jobs.write(recordFile(accountId), record);
      return journaled(accountId, record);
    },
    recall(accountId) {
      const record = jobRecordSchema.safeParse(jobs.read(recordFile(accountId))).data;
      if (record === undefined) return null;
      const job = journaled(accountId, record);
      for (const line of steps.read(stepsFile(accountId))) {
        const step = lineSchema.safeParse(parseJson(line)).data;
        if (step?.job === record.id) applyStep(job, step);
      }
      // A kill came between the last row and the end.
      if (job.rows.every(({ progress }) => progress.kind === 'ended')) job.state ??= 'ended';
      return job;
    },
    forget(accountId) {
      open.delete(accountId);
      // The record first: steps without one mean nothing.
      jobs.sweep((name) => !name.startsWith(recordFile(accountId)));
      steps.remove(stepsFile(accountId));
    },
  };
}
