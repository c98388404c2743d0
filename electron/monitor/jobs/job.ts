import type { ApiFailure } from '../../contract/failure.ts';
import type { JobReason, JobResult, JobTask } from '../../contract/job.ts';
import type { WriteEnd } from '../sub-users/write-end.ts';

/** Describes how one item ended. The list settles `unclear`. */
export type JobEnd =
  | { kind: 'clear'; outcome: JobResult['outcome']; reason: JobReason | null }
  | { kind: 'unclear'; cause: ApiFailure };

/** What to do next for an item: send its request, or nothing, because it has ended or the list cannot be read. */
export type JobStep =
  | { kind: 'send'; send(): Promise<WriteEnd<unknown>> }
  | { kind: 'ended'; end: JobEnd }
  | { kind: 'unreadable'; failure: ApiFailure };

/** Describes one request of a job. After "too many requests" it is asked again what to do next. */
export type JobItem = {
  readonly username: string;
  readonly id: number | null;
  next(): Promise<JobStep>;
};

export type Job = {
  task: JobTask;
  items: readonly JobItem[];
  /** Called once all items ended, even by a cancel. Settles unclear ones, in the order of the items, sooner if stopped. */
  settle(ends: readonly JobEnd[], stopped: AbortSignal): Promise<JobResult[]>;
};

export function resultOf(
  { username, id }: Pick<JobItem, 'username' | 'id'>,
  outcome: JobResult['outcome'],
  reason: JobReason | null,
): JobResult {
  return { username, id, outcome, reason };
}
