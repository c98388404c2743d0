import type { ApiFailure, Outcome } from '../../contract/failure.ts';
import type { JobKind, JobResult } from '../../contract/job.ts';

/** One request of a job. A write is sent once, unless the API refused it for their number (429), which is clear. */
export type JobItem = {
  username: string;
  id: number | null;
  /** What is sent; or why nothing is. */
  step: { send(): Promise<Outcome<null>> } | { skip: string };
};

/** How one item ended; `unclear` is for the list to tell. */
export type JobEnd =
  | { kind: 'clear'; outcome: JobResult['outcome']; detail: string }
  | { kind: 'unclear'; cause: ApiFailure };

export type Job = {
  kind: JobKind;
  title: string;
  items: readonly JobItem[];
  /** Called once all items ended, cancelled or not: settles what is unclear, in the order of the items. */
  settle(ends: readonly JobEnd[]): Promise<JobResult[]>;
};
