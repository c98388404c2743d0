import type { Session } from '../../account/session.ts';
import type { CommandHandlers } from '../../contract/commands.ts';
import { type CommandFailure, failed, type Outcome, succeeded } from '../../contract/failure.ts';
import type { JobOrder, JobView } from '../../contract/job.ts';
import type { OxylabsClient } from '../../oxylabs/client.ts';
import type { Clock } from '../poller.ts';
import { type AppStore, currentAccountId } from '../state.ts';
import type { SubUserListAccess } from '../sub-user-list.ts';
import { changeJob, deleteJob } from './change-job.ts';
import { createJob } from './create-job.ts';
import type { Job } from './job.ts';
import { jobReport } from './job-report.ts';
import { JobRunner } from './job-runner.ts';
import { readingJob } from './reading-jobs.ts';

export type JobActionParts = {
  store: AppStore;
  session: Pick<Session, 'call'>;
  client: Pick<OxylabsClient, 'createSubUser' | 'updateSubUser' | 'deleteSubUser' | 'subUserUsage'>;
  list: SubUserListAccess;
  clock: Clock;
  below: (count: number) => number;
  saveText: (suggestedName: string, text: string) => Promise<Outcome<{ saved: boolean }, CommandFailure>>;
};

type Names = 'startJob' | 'cancelJob' | 'closeJob' | 'saveJobReport';

/** The commands that begin, end and report what takes many requests. One job at a time. */
export function createJobActions({ store, session, client, list, clock, below, saveText }: JobActionParts) {
  const runner = new JobRunner({ clock, publish });
  let starting = false;
  let passwords: ReadonlyMap<string, string> | null = null;
  let saved = false;

  function publish(view: JobView): void {
    const unsavedPasswords = saved || view.results.length === 0 ? 0 : (passwords?.size ?? 0);
    store.setState({ job: { ...view, unsavedPasswords } });
  }
  function forget(): void {
    passwords = null;
    store.setState({ job: null });
  }

  async function jobOf(order: JobOrder): Promise<Outcome<Job, CommandFailure>> {
    const listed = await list.readAgain();
    if (!listed.ok) return listed;
    switch (order.kind) {
      case 'change':
        return succeeded(changeJob({ list, session, client }, order));
      case 'delete':
        return succeeded(deleteJob({ list, session, client }, order.ids));
      case 'create': {
        const before = new Set(listed.value.map(({ username }) => username));
        const job = createJob({ list, session, client, below, before }, order.subUsers);
        passwords = job.passwords;
        return succeeded(job);
      }
      case 'month-days':
      case 'plan-cycle':
        return readingJob({ store, session, client, now: clock.now, subUsers: listed.value }, order.kind);
    }
  }

  // Whoever signs out takes everything with them, also what was not read yet.
  store.subscribe((state, previous) => {
    const left = currentAccountId(state) === null && currentAccountId(previous) !== null;
    if (!left || state.job === null) return;
    if (runner.running) runner.cancel('signed-out');
    else if (state.session.kind === 'signed-out' && state.session.reason === 'signed-out') forget();
  });

  return {
    async startJob(order) {
      if (starting || runner.running) return failed({ kind: 'busy' });
      starting = true;
      passwords = null;
      saved = false;
      const job = await jobOf(order).finally(() => {
        starting = false;
      });
      if (!job.ok) return job;
      void runner.run(job.value);
      return succeeded(null);
    },
    async cancelJob() {
      runner.cancel();
      return succeeded(null);
    },
    async closeJob() {
      if (runner.running) return failed({ kind: 'busy' });
      forget();
      return succeeded(null);
    },
    async saveJobReport() {
      const { job } = store.getState();
      if (job === null || runner.running) return succeeded({ saved: false });
      const report = await saveText(`Oxygauge ${job.title}.csv`, jobReport(job.results, passwords));
      if (report.ok && report.value.saved) {
        saved = true;
        store.setState({ job: { ...job, unsavedPasswords: 0 } });
      }
      return report;
    },
  } satisfies CommandHandlers<unknown, Names>;
}
