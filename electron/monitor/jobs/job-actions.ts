import type { SubUserPasswords } from '../../account/sub-user-passwords.ts';
import type { CommandHandlers } from '../../contract/commands.ts';
import { type CommandFailure, failed, type Outcome, succeeded } from '../../contract/failure.ts';
import type { JobOrder, JobView } from '../../contract/job.ts';
import type { OxylabsClient } from '../../oxylabs/client.ts';
import { jobTitle } from '../../text/job.ts';
import { say } from '../../text/say.ts';
import type { Clock } from '../clock.ts';
import type { SaveText } from '../desktop-port.ts';
import { currentAccountId } from '../state.ts';
import type { Job } from './job.ts';
import { JobRunner } from './job-runner.ts';
import { keepPasswords } from './keep-passwords.ts';
import { readingJob } from './reading-jobs.ts';
import { createWritingJobs, type WritingJobParts } from './writing-jobs.ts';

export type JobActionParts = WritingJobParts & {
  client: Pick<OxylabsClient, 'subUserUsage'>;
  clock: Clock;
  saveText: SaveText;
  passwords: Pick<SubUserPasswords, 'keep'>;
  /** Called when an interrupted job was found, which the user has to decide on. */
  showManager: () => void;
};

type Names =
  | 'startJob'
  | 'cancelJob'
  | 'continueJob'
  | 'renewJobPasswords'
  | 'closeJob'
  | 'saveJobResults'
  | 'keepJobPasswords';

/** Creates the handlers of commands that start, cancel, continue and report jobs. There is one job at a time. */
export function createJobActions(parts: JobActionParts) {
  const { store, session, client, list, clock, saveText, showManager } = parts;
  const runner = new JobRunner({ clock, publish });
  const writing = createWritingJobs(parts);
  let starting = false;

  function publish(view: JobView): void {
    const unsavedPasswords = view.results.length === 0 ? 0 : writing.unsavedPasswords();
    store.setState({ job: { ...view, unsavedPasswords } });
  }
  function forget(): void {
    writing.close();
    store.setState({ job: null });
  }
  function rest(): void {
    const view = writing.view();
    if (view !== null) store.setState({ job: view });
  }

  async function jobOf(order: JobOrder): Promise<Outcome<Job, CommandFailure>> {
    if (order.kind !== 'month-days' && order.kind !== 'plan-cycle') return writing.begin(order);
    const listed = await list.readAgain();
    if (!listed.ok) return listed;
    writing.close();
    return readingJob({ store, session, client, now: clock.now, subUsers: listed.value }, order.kind);
  }

  /** Runs a job that is being prepared, unless another one is. */
  async function start(
    prepare: () => Promise<Outcome<Job, CommandFailure>>,
  ): Promise<Outcome<null, CommandFailure>> {
    if (starting || runner.running) return failed({ kind: 'busy' });
    starting = true;
    const job = await prepare().finally(() => {
      starting = false;
    });
    if (!job.ok) return job;
    void runner.run(job.value, writing.end).then(afterRun);
    return succeeded(null);
  }

  /** The end of a session stops a job, and the user continues it once its account is signed in again. */
  function afterRun(): void {
    if (store.getState().job?.state !== 'signed-out') return;
    if (currentAccountId(store.getState()) === null) leave();
    else void recall();
  }
  /** Signing out discards a job that is over. Others stay on disk, with their passwords, until their account signs in again. */
  function leave(): void {
    const { session: view } = store.getState();
    if (view.kind !== 'signed-out' || view.reason !== 'signed-out') return;
    writing.park();
    store.setState({ job: null });
  }

  // The job of an earlier run shows once its account is signed in.
  const recall = async (): Promise<void> => {
    const { job } = store.getState();
    if (starting || runner.running || (job !== null && job.state !== 'signed-out')) return;
    if (!(await writing.recall())) {
      if (job !== null) store.setState({ job: null });
      return;
    }
    rest();
    if (store.getState().job?.state === 'interrupted') showManager();
  };
  store.subscribe((state, previous) => {
    const id = currentAccountId(state);
    const before = currentAccountId(previous);
    if (id !== null && id !== before) void recall();
    if (id !== null || before === null || state.job === null) return;
    if (runner.running) runner.cancel('signed-out');
    else leave();
  });

  return {
    async startJob(order) {
      return start(async () => (writing.isOpen() ? failed({ kind: 'job-open' }) : jobOf(order)));
    },
    async continueJob() {
      return start(writing.resume);
    },
    async renewJobPasswords() {
      return start(writing.renewPasswords);
    },
    async cancelJob() {
      runner.cancel();
      return succeeded(null);
    },
    async closeJob() {
      if (starting || runner.running) return failed({ kind: 'busy' });
      forget();
      return succeeded(null);
    },
    async saveJobResults() {
      const { job, environment } = store.getState();
      if (job === null || starting || runner.running) return succeeded({ saved: false });
      const passwords = await writing.passwordsOf();
      if (!passwords.ok) return passwords;
      // Loaded here, since no start needs the writer of CSV.
      const { jobResultsCsv } = await import('./job-results-csv.ts');
      const name = say('files.results', { task: jobTitle(job.task, job.total, environment.locale) });
      const outcome = await saveText(name, jobResultsCsv(job.results, passwords.value, environment.locale));
      if (outcome.ok && outcome.value.saved && store.getState().job === job) {
        writing.noteSaved();
        store.setState({ job: { ...job, unsavedPasswords: 0 } });
      }
      return outcome;
    },
    async keepJobPasswords() {
      const { job } = store.getState();
      if (job === null || starting || runner.running) return failed({ kind: 'busy' });
      const passwordsOf = await writing.passwordsOf();
      if (!passwordsOf.ok) return passwordsOf;
      const kept = await keepPasswords(parts, job.results, passwordsOf.value);
      if (kept.lasts && kept.left === 0 && store.getState().job === job) {
        writing.noteSaved();
        store.setState({ job: { ...job, unsavedPasswords: 0 } });
      }
      return succeeded(kept);
    },
  } satisfies CommandHandlers<unknown, Names>;
}
