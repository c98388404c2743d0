import type { BulkChange, JobReason, JobResult, JobTask, JobView } from '../contract/job.ts';
import type { Limit } from '../contract/limit.ts';
import { describeFailure } from './failure.ts';
import { limitText } from './limit.ts';
import { formatCount, plural } from './plural.ts';
import { say } from './say.ts';
import { formatDuration } from './time.ts';

/** Returns a job's title from its task and number of sub-users: `Deleting 1 sub-user`. */
export function jobTitle(task: JobTask, count: number, locale: string): string {
  const subUsers = plural(count, 'sub-user', locale);
  switch (task.kind) {
    case 'change':
      return `${changing(task.change)} ${subUsers}`;
    case 'delete':
      return `Deleting ${subUsers}`;
    case 'create':
      return `Creating ${subUsers}`;
    case 'month-days':
      return 'Reading this month by day';
    case 'plan-cycle':
      return 'Counting the plan’s cycle';
  }
}

/** Returns a job's title after its end: `2 sub-users created`. One that did not do all it was asked to keeps its first title. */
export function jobEndTitle({ task, total, state, results }: JobView, locale: string): string {
  const done = results.filter(({ outcome }) => outcome === 'done' || outcome === 'uncertain').length;
  const isWhole = state === 'ended' && task.kind !== 'month-days' && task.kind !== 'plan-cycle' && done > 0;
  return isWhole ? say(endTitleOf(task), { count: done }, locale) : jobTitle(task, total, locale);
}

type EndTitle = 'job.created' | 'job.deleted' | 'job.enabled' | 'job.disabled' | 'job.changed';

function endTitleOf(task: JobTask): EndTitle {
  if (task.kind === 'create') return 'job.created';
  if (task.kind === 'delete') return 'job.deleted';
  if (task.kind !== 'change' || task.change.what !== 'status') return 'job.changed';
  return task.change.status === 'active' ? 'job.enabled' : 'job.disabled';
}

function changing(change: BulkChange): string {
  switch (change.what) {
    case 'limit':
      return 'Setting the limit of';
    case 'add':
      return 'Raising the limit of';
    case 'status':
      return change.status === 'active' ? 'Enabling' : 'Disabling';
    case 'disables-at-limit':
      return `Turning ${change.disablesAtLimit ? 'on' : 'off'} “Disable at limit” for`;
  }
}

export const outcomeNames: Record<JobResult['outcome'], string> = {
  done: 'Done',
  uncertain: 'Password not certain',
  skipped: 'Skipped',
  failed: 'Failed',
  unknown: 'Unknown',
  'not-sent': 'Not sent',
};

const reasonTexts: Record<Exclude<JobReason['kind'], 'failure' | 'changed-meanwhile'>, string> = {
  'already-set': 'Already set.',
  'not-listed': 'No longer in the list.',
  unlimited: 'Unlimited: there is nothing to add to.',
  'limit-unknown': 'The limit is not known: there is nothing to add to.',
  exists: 'Already exists.',
  duplicate: 'Duplicate username in the file.',
  'main-user': describeFailure({ kind: 'main-user' }),
  cancelled: 'Cancelled before it was sent.',
  'signed-out': 'Signed out before it was sent.',
  interrupted: 'The task was interrupted before it was sent.',
  'cut-off': 'Oxygauge ended before the answer came, so whether it was done is not known yet.',
  'password-uncertain': 'It exists, but another program may have created it. Set a new password.',
  'password-lost': 'Its password could not be kept without a keyring. Set a new one, or read the file again.',
};

/** Returns why it ended like this for one sub-user; empty if there is nothing to add. */
export function reasonText(reason: JobReason | null, locale: string): string {
  if (reason === null) return '';
  switch (reason.kind) {
    case 'failure':
      return describeFailure(reason.failure);
    case 'changed-meanwhile':
      return `Changed meanwhile: the limit was ${limitWords(reason.was, locale)}, now ${limitWords(reason.now, locale)}.`;
    default:
      return reasonTexts[reason.kind];
  }
}

function limitWords(limit: Limit, locale: string): string {
  const words = limitText(limit, locale, 'unknown');
  return limit.kind === 'gb' ? words : words.toLowerCase();
}

/** Returns one of several texts where it is not known which one holds. */
export function eitherText(texts: readonly string[]): string {
  return texts.join(' or ');
}

const endings: Partial<Record<JobView['state'], string>> = {
  cancelled: 'Cancelled. ',
  'signed-out': 'Stopped: signed out. ',
  interrupted: 'Interrupted before its end. ',
};

/** Returns how a job ended: `Cancelled. 9 done, 3 not sent`. */
export function jobEnding({ state, results }: Pick<JobView, 'state' | 'results'>, locale: string): string {
  const order = ['done', 'uncertain', 'failed', 'unknown', 'skipped', 'not-sent'] as const;
  const counts = order.flatMap((outcome) => {
    const count = results.filter((each) => each.outcome === outcome).length;
    return count === 0 ? [] : `${formatCount(count, locale)} ${outcomeNames[outcome].toLowerCase()}`;
  });
  return `${endings[state] ?? ''}${counts.join(', ')}`;
}

/** Returns a job's progress: `3 of 12, 1 failed`. */
export function jobProgress({ finished, total, failed }: JobView, locale: string): string {
  const progress = `${formatCount(finished, locale)} of ${formatCount(total, locale)}`;
  return failed === 0 ? progress : `${progress}, ${formatCount(failed, locale)} failed`;
}

/** Returns how long Oxylabs asks to wait, or how long the rest of a job will take; empty if neither is known. */
export function jobRestText(waitMs: number, remainingMs: number | null, checking: boolean): string {
  if (checking) return '. Checking the list for what had no clear answer…';
  if (waitMs > 0) return `. Oxylabs asks to wait ${formatDuration(waitMs)}`;
  return remainingMs === null ? '' : `, about ${formatDuration(remainingMs)} left`;
}

export const jobTexts = {
  task: 'Task',
  showResults: 'Show results',
  results: 'Results',
  username: 'Username',
  id: 'Id',
  result: 'Result',
  why: 'Why',
  password: 'Password',
  continue: 'Continue',
  renewPasswords: 'Set new passwords',
  discard: 'Discard passwords and close',
  saveResults: 'Save results as CSV',
} as const;

export function moreInCsvText(count: number, locale: string): string {
  return `And ${formatCount(count, locale)} more, in the CSV.`;
}

/** Warns about passwords that are only in results that were not saved yet. */
export function unsavedPasswordsText(count: number, locale: string): string {
  return count === 1
    ? 'Oxygauge generated one password and forgets it when you close the task: save the results as CSV, or it is lost. Anyone who can read that file can use this sub-user.'
    : `Oxygauge generated ${formatCount(count, locale)} passwords and forgets them when you close the task: save the results as CSV, or they are lost. Anyone who can read that file can use these sub-users.`;
}

/** Explains what Continue does. */
export const interruptedText =
  'Continue reads the list first and then does only what is left: nothing is added or created twice.';

/** Warns about sub-users whose password may be another one than Oxygauge sent. */
export function uncertainText(count: number, locale: string): string {
  return count === 1
    ? 'One sub-user exists, but its password is not certain. Set a new one, unless another program created it.'
    : `${formatCount(count, locale)} sub-users exist, but their passwords are not certain. Set new ones, unless another program created them.`;
}
