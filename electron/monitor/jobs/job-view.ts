import type { JobResult, JobView } from '../../contract/job.ts';
import type { JobRow } from './job-steps.ts';
import type { JournaledJob } from './journal.ts';

/** Returns the view of a job that does not run: it is over, or was interrupted. */
export function restingView(job: JournaledJob, unsaved: number): JobView {
  const results = job.rows.map(resultOfRow);
  return {
    task: job.record.task,
    total: job.rows.length,
    finished: job.rows.filter(({ progress }) => progress.kind === 'ended').length,
    failed: results.filter(({ outcome }) => outcome === 'failed' || outcome === 'unknown').length,
    state: job.state ?? 'interrupted',
    remainingMs: null,
    checking: false,
    waitsUntil: null,
    results,
    unsavedPasswords: unsaved,
  };
}

function resultOfRow({ username, id, renews, progress }: JobRow): JobResult {
  switch (progress.kind) {
    case 'waiting':
      return { username, id, outcome: renews ? 'uncertain' : 'not-sent', reason: { kind: 'interrupted' } };
    case 'sent':
      return { username, id, outcome: renews ? 'uncertain' : 'unknown', reason: { kind: 'cut-off' } };
    case 'ended':
      return { username, id, outcome: progress.outcome, reason: progress.reason };
  }
}
