import type { BulkChange, JobReason, JobTask, JobView } from '../contract/job.ts';
import { describeFailure } from './failure.ts';
import { limitWithin } from './limit.ts';
import { say } from './say.ts';
import { formatDuration } from './time.ts';

/** Returns a job's title from its task and number of sub-users: `Deleting 1 sub-user`. */
export function jobTitle(task: JobTask, count: number, locale: string): string {
  switch (task.kind) {
    case 'change':
      return say(`job.${changing(task.change)}`, { count }, locale);
    case 'delete':
      return say('job.deleting', { count }, locale);
    case 'create':
      return say('job.creating', { count }, locale);
    case 'month-days':
      return say('job.readingDays');
    case 'plan-cycle':
      return say('job.countingCycle');
  }
}

function changing(change: BulkChange) {
  switch (change.what) {
    case 'limit':
      return 'settingLimit';
    case 'add':
      return 'raisingLimit';
    case 'status':
      return change.status === 'active' ? 'enabling' : 'disabling';
    case 'disables-at-limit':
      return change.disablesAtLimit ? 'turningOn' : 'turningOff';
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

/** Returns why it ended like this for one sub-user; empty if there is nothing to add. */
export function reasonText(reason: JobReason | null, locale: string): string {
  if (reason === null) return '';
  switch (reason.kind) {
    case 'failure':
      return describeFailure(reason.failure);
    case 'main-user':
      return describeFailure({ kind: 'main-user' });
    case 'changed-meanwhile':
      return say('job.reason.changed-meanwhile', {
        was: limitWithin(reason.was, locale),
        now: limitWithin(reason.now, locale),
      });
    default:
      return say(`job.reason.${reason.kind}`);
  }
}

/** Returns one of several texts where it is not known which one holds. */
export function eitherText(texts: readonly string[]): string {
  return texts.length === 0 ? '' : texts.reduce((one, other) => say('job.either', { one, other }));
}

const outcomes = ['done', 'uncertain', 'failed', 'unknown', 'skipped', 'not-sent'] as const;

/** Returns how a job ended: `Cancelled. 9 done, 3 not sent`. */
export function jobEnding({ state, results }: Pick<JobView, 'state' | 'results'>, locale: string): string {
  const counts = outcomes
    .map((outcome) => ({ outcome, count: results.filter((each) => each.outcome === outcome).length }))
    .filter(({ count }) => count > 0)
    .map(({ outcome, count }) => say(`job.count.${outcome}`, { count }, locale))
    .join(', ');
  switch (state) {
    case 'cancelled':
    case 'signed-out':
    case 'interrupted':
      return say(`job.ending.${state}`, { counts });
    default:
      return counts;
  }
}

/** Returns a job's progress: `3 of 12, 1 failed`. */
export function jobProgress({ finished, total, failed }: JobView, locale: string): string {
  return failed === 0
    ? say('job.progress', { finished, total }, locale)
    : say('job.progressFailed', { finished, total, failed }, locale);
}

/** Returns how long Oxylabs asks to wait, or how long the rest of a job will take; empty if neither is known. */
export function jobRestText(waitMs: number, remainingMs: number | null, checking: boolean): string {
  if (checking) return say('job.checking');
  if (waitMs > 0) return say('job.waiting', { time: formatDuration(waitMs) });
  return remainingMs === null ? '' : say('job.left', { time: formatDuration(remainingMs) });
}
