import { describe, expect, test } from 'vitest';
import type { BulkChange, JobTask, JobView } from '../../../electron/contract/job.ts';
import { jobReasonSchema } from '../../../electron/contract/job.ts';
import { jobEnding, jobEndTitle, jobProgress, jobTitle, reasonText } from '../../../electron/text/job.ts';

test.each([
  [0, 'en', 'Deleting 0 sub-users'],
  [1, 'en', 'Deleting 1 sub-user'],
  [1_234, 'de', 'Deleting 1.234 sub-users'],
  // The words are English, so a Japanese or French locale does not decide the plural.
  [1, 'ja', 'Deleting 1 sub-user'],
  [0, 'fr', 'Deleting 0 sub-users'],
])('%i in %s: %s', (count, locale, text) => expect(jobTitle({ kind: 'delete' }, count, locale)).toBe(text));

describe('a title', () => {
  const change = (what: BulkChange): JobTask => ({ kind: 'change', change: what });
  test.each<[JobTask, string]>([
    [{ kind: 'delete' }, 'Deleting 1 sub-user'],
    [{ kind: 'create' }, 'Creating 1 sub-user'],
    [change({ what: 'limit', limitGb: 1 }), 'Setting the limit of 1 sub-user'],
    [change({ what: 'add', gb: 1 }), 'Raising the limit of 1 sub-user'],
    [change({ what: 'status', status: 'disabled' }), 'Disabling 1 sub-user'],
    [
      change({ what: 'disables-at-limit', disablesAtLimit: false }),
      'Turning off “Disable at limit” for 1 sub-user',
    ],
  ])('of one is in the singular: %j', (task, text) => expect(jobTitle(task, 1, 'en')).toBe(text));
  test('of many sub-users is plural, with the locale’s numbers', () =>
    expect(jobTitle({ kind: 'delete' }, 1_234, 'de')).toBe('Deleting 1.234 sub-users'));
});

test('every reason has a sentence', () => {
  const [plain] = jobReasonSchema.options;
  const texts = plain.shape.kind.options.map((kind) => reasonText({ kind }, 'en'));
  expect(new Set(texts).size).toBe(texts.length);
  for (const text of texts) expect(text).toMatch(/^[A-Z].*\.$/);
  const failure = { kind: 'unclear-write', cause: { kind: 'timed-out' }, done: 'no' } as const;
  expect(reasonText({ kind: 'failure', failure }, 'en')).toMatch(/did not answer in time\..*not saved/);
  expect(reasonText(null, 'en')).toBe('');
  const was = { kind: 'gb', limitGb: 10 } as const;
  expect(reasonText({ kind: 'changed-meanwhile', was, now: { kind: 'gb', limitGb: 500 } }, 'en')).toBe(
    'Changed meanwhile: the limit was 10 GB, now 500 GB.',
  );
  expect(reasonText({ kind: 'changed-meanwhile', was, now: { kind: 'unlimited' } }, 'en')).toBe(
    'Changed meanwhile: the limit was 10 GB, now unlimited.',
  );
});

const resultOf = (outcome: JobView['results'][number]['outcome']) => ({
  username: 'crawler',
  id: 1,
  outcome,
  reason: null,
});
const view: JobView = {
  task: { kind: 'delete' },
  total: 1_200,
  finished: 1_100,
  failed: 2,
  state: 'cancelled',
  remainingMs: null,
  checking: false,
  waitsUntil: null,
  unsavedPasswords: 0,
  results: (['not-sent', 'done', 'done', 'unknown'] as const).map(resultOf),
};

test('B18: a task that is over says what it did, and one that left something out what it was', () => {
  const created: JobView = {
    ...view,
    task: { kind: 'create' },
    total: 2,
    state: 'ended',
    results: [resultOf('done'), resultOf('done')],
  };
  expect(jobEndTitle(created, 'en')).toBe('2 sub-users created');
  expect(jobEndTitle({ ...created, total: 1, results: [resultOf('done')] }, 'en')).toBe('1 sub-user created');
  expect(jobEndTitle({ ...created, state: 'cancelled' }, 'en')).toBe('Creating 2 sub-users');
  expect(jobEndTitle(view, 'en')).toBe('Deleting 1,200 sub-users');
});

test('the ending and the progress have their counts', () => {
  expect(jobEnding(view, 'en')).toBe('Cancelled. 2 done, 1 unknown, 1 not sent');
  expect(jobProgress(view, 'en')).toBe('1,100 of 1,200, 2 failed');
});
