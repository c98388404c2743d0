import type { KeptSecrets } from '../../account/kept-secrets.ts';
import { type CommandFailure, failed, type Outcome, succeeded } from '../../contract/failure.ts';
import type { JobView } from '../../contract/job.ts';
import type { SubUser } from '../../contract/sub-user.ts';
import { type AppStore, currentAccountId } from '../state.ts';
import type { SubUserListAccess } from '../sub-users/sub-user-list.ts';
import { verdictOf } from './decide.ts';
import type { Job } from './job.ts';
import { duplicateSteps, orderedRows, taskOf, type WriteOrder, withoutDuplicates } from './job-order.ts';
import { type JobPasswords, openJobPasswords, passwordsName } from './job-passwords.ts';
import type { PasswordsOf } from './job-results-csv.ts';
import type { EndState } from './job-runner.ts';
import type { JobRow, RecordedStep } from './job-steps.ts';
import { restingView } from './job-view.ts';
import type { Journal, JournaledJob } from './journal.ts';
import { findIn } from './listed-rows.ts';
import { isUncertain, lostStep, mayHavePassword, needsPassword, reportedPasswords } from './row-passwords.ts';
import { type WriteJobParts, writeJob } from './write-job.ts';

export type WritingJobParts = Omit<WriteJobParts, 'passwords'> & {
  store: AppStore;
  journal: Journal;
  secrets: KeptSecrets;
  /** Returns a whole number from 0 to n - 1, from a cryptographic generator. */
  below: (count: number) => number;
  newId: () => string;
};

type Opened = Outcome<JobPasswords, CommandFailure>;

/** Holds the last job that writes, of this run or an earlier one, with its journal and passwords, until it is closed. */
export function createWritingJobs(parts: WritingJobParts) {
  const { store, session, client, list, journal, secrets, below, newId } = parts;
  let job: JournaledJob | null = null;
  let opened: JobPasswords | null = null;

  /** Opens the passwords. What is lost is noted, so that the user can set new ones. */
  async function passwordsOfJob(of: JournaledJob): Promise<Opened> {
    if (opened !== null) return succeeded(opened);
    const result = await openJobPasswords({ secrets, below }, passwordsName(of));
    if (result.kind === 'silent') return failed({ kind: 'keyring-silent' });
    if (result.lost && !of.saved) of.write(of.rows.flatMap(lostStep));
    opened = result.passwords;
    return succeeded(result.passwords);
  }

  async function run(of: JournaledJob): Promise<Outcome<Job, CommandFailure>> {
    const passwords = await passwordsOfJob(of);
    if (!passwords.ok) return passwords;
    return succeeded(writeJob({ list, session, client, passwords: passwords.value }, of));
  }

  /** Returns the number of passwords that Oxygauge made and that are in no saved file. */
  function unsavedPasswords(): number {
    if (job === null || job.saved) return 0;
    const isKept = ({ username }: JobRow) => opened === null || opened.newest(username) !== null;
    return job.rows.filter((row) => mayHavePassword(row) && isKept(row)).length;
  }
  const isOpen = () => job !== null && (job.state === null || unsavedPasswords() > 0);
  /** Returns the job if it belongs to the account in use. */
  const current = () => (job?.accountId === currentAccountId(store.getState()) ? job : null);

  /** Reads the list until it shows the rows that were sent, or for as long as a late server may take. */
  function waited({ rows, record }: JournaledJob, which: (row: JobRow) => boolean) {
    const sent = rows.filter(which);
    // No list shows a password, and an older one that is still under way must not replace a newer one.
    const shows = (row: JobRow, all: readonly SubUser[]) =>
      !row.renews && verdictOf(record.task, row, findIn(all, row)) !== 'no';
    return list.settle((all) => sent.every((row) => shows(row, all)));
  }

  return {
    view: (): JobView | null => (job === null ? null : restingView(job, unsavedPasswords())),
    unsavedPasswords,
    /** Returns whether the job must not be replaced: it is not over, or holds passwords that were not saved. */
    isOpen,
    /** Leaves the job on disk until its account signs in again. */
    park(): void {
      if (!isOpen()) this.close();
      job = null;
      opened = null;
    },

    async begin(order: WriteOrder): Promise<Outcome<Job, CommandFailure>> {
      const accountId = currentAccountId(store.getState());
      const seen = orderedRows(order, list);
      const listed = await list.readAgain();
      if (!listed.ok) return listed;
      if (accountId === null) return failed({ kind: 'signed-out' });
      this.close();
      const rows = orderedRows(order, list).map((row, index) => ({
        ...row,
        seen: seen[index]?.seen ?? row.seen,
      }));
      const record = { id: newId(), task: taskOf(order), rows };
      const name = passwordsName({ accountId, record });
      const passwords = await openJobPasswords({ secrets, below }, name);
      if (passwords.kind === 'silent') return failed({ kind: 'keyring-silent' });
      // The passwords before the order, and the order before its first request.
      if (order.kind === 'create') await passwords.passwords.add(withoutDuplicates(order.subUsers));
      job = journal.begin(accountId, record);
      opened = passwords.passwords;
      job.write(duplicateSteps(rows));
      return run(job);
    },

    /** Opens the job that an earlier run left for the account that signed in. */
    async recall(): Promise<boolean> {
      const accountId = currentAccountId(store.getState());
      if (accountId === null) return false;
      const found = journal.recall(accountId);
      const name = found === null ? null : passwordsName(found);
      secrets.sweep((each) => each === name || !each.startsWith(`${accountId}_`));
      job = found;
      opened = null;
      if (found?.record.task.kind === 'delete') noteDeletions(found, list);
      if (unsavedPasswords() > 0 && found !== null) await passwordsOfJob(found);
      return found !== null && job === found;
    },

    /** Settles by the list what is not known, and returns the job of what is left. */
    async resume(): Promise<Outcome<Job, CommandFailure>> {
      const interrupted = current();
      if (interrupted === null || interrupted.state !== null) return failed({ kind: 'not-found' });
      const passwords = await passwordsOfJob(interrupted);
      if (!passwords.ok) return passwords;
      const { rows } = interrupted;
      const listed = await waited(interrupted, ({ progress }) => progress.kind === 'sent');
      if (!listed.ok) return listed;
      const without = rows.filter((row) => needsPassword(row, passwords.value));
      if (without.length > 0)
        await passwords.value.add(without.map(({ username }) => ({ username, password: null })));
      interrupted.write([{ step: 'continued' }]);
      return run(interrupted);
    },

    /** Returns the job that sets new passwords where they are not certain. */
    async renewPasswords(): Promise<Outcome<Job, CommandFailure>> {
      const ended = current();
      if (ended === null || ended.state === null) return failed({ kind: 'not-found' });
      const passwords = await passwordsOfJob(ended);
      if (!passwords.ok) return passwords;
      const uncertain = ended.rows.flatMap((row, index) => (isUncertain(row) ? [{ row, index }] : []));
      if (uncertain.length === 0) return failed({ kind: 'not-found' });
      const listed = uncertain.some(({ row }) => row.renews) ? await waited(ended, isUncertain) : null;
      if (listed?.ok === false) return listed;
      await passwords.value.add(uncertain.map(({ row }) => ({ username: row.username, password: null })));
      ended.write([
        { step: 'continued' },
        ...uncertain.map(({ index }): RecordedStep => ({ step: 'renewed', row: index })),
      ]);
      return run(ended);
    },

    end(state: EndState): void {
      if (state === 'ended' || state === 'cancelled') job?.write([{ step: 'job-ended', state }]);
    },

    async passwordsOf(): Promise<Outcome<PasswordsOf, CommandFailure>> {
      const { rows = [] } = job ?? {};
      if (job === null || !rows.some(({ plan }) => plan !== null)) return succeeded(null);
      const passwords = await passwordsOfJob(job);
      if (!passwords.ok) return passwords;
      return succeeded((_result, index) => {
        const row = rows[index];
        return row === undefined ? [] : reportedPasswords(row, passwords.value);
      });
    },

    noteSaved(): void {
      job?.write([{ step: 'saved' }]);
    },

    /** Forgets the job with its passwords, on disk too. */
    close(): void {
      if (job === null) return;
      journal.forget(job.accountId);
      secrets.erase(passwordsName(job));
      job = null;
      opened = null;
    },
  };
}

/** The roster of the earlier run may still hold what the job deleted just before the end. */
function noteDeletions({ rows }: JournaledJob, list: Pick<SubUserListAccess, 'noteDeleted'>): void {
  for (const { id, progress } of rows) {
    if (id !== null && progress.kind === 'ended' && progress.outcome === 'done') list.noteDeleted(id);
  }
}
