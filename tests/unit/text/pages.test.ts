import { describe, expect, test } from 'vitest';
import { bulkActions } from '../../../electron/text/bulk.ts';
import { plannedText } from '../../../electron/text/import.ts';
import { jobRestText } from '../../../electron/text/job.ts';
import { loadCostText } from '../../../electron/text/overview.ts';
import { daysText, nextTryText, rowTexts, totalOfPlan } from '../../../electron/text/popover.ts';
import { say } from '../../../electron/text/say.ts';
import { limitMeaning, listCountText } from '../../../electron/text/sub-users.ts';
import { missingDaysText, readDaysText } from '../../../electron/text/usage.ts';

const minuteMs = 60_000;

test('B13: one is singular, and thousands are grouped as the locale does', () => {
  expect(say('bulk.title.delete', { count: 1 }, 'en')).toBe('Delete 1 sub-user');
  expect(say('bulk.title.limit', { count: 1_200 }, 'de')).toBe('Set the limit of 1.200 sub-users');
  for (const action of bulkActions) {
    const title = say(`bulk.title.${action}`, { count: 2 }, 'en');
    expect(title).toContain('2 sub-users');
    expect(say(`bulk.question.${action}`, { count: 2 }, 'en')).toBe(`${title}?`);
  }
  expect(loadCostText(1, 'en')).toBe('1 request, about 1 second');
  expect(readDaysText(1, 'en')).toBe('Read 1 day');
  expect(say('usage.stepsSetAside', { count: 1 }, 'en')).toBe(
    'Oxygauge could not read 1 step and left it out.',
  );
  expect(say('usage.stepsSetAside', { count: 2 }, 'en')).toBe(
    'Oxygauge could not read 2 steps and left them out.',
  );
  expect(say('account.rowsSetAside', { count: 3 }, 'en')).toMatch(/^Oxygauge could not read 3 of the rows/);
  expect(say('job.unsavedPasswords', { count: 1 }, 'en')).toContain('It holds 1 new password');
  expect(say('job.unsavedPasswords', { count: 1_200 }, 'en')).toContain('It holds 1,200 new passwords');
});

describe('the popover', () => {
  test('the next try is never in the past', () => {
    expect(nextTryText(null, 0)).toBe('');
    expect(nextTryText(0, minuteMs)).toBe('Next try within a minute.');
    expect(nextTryText(2 * minuteMs, 0)).toBe('Next try in 2 min.');
  });

  test('the days in words name today, and the day with the most if that is another', () => {
    const day = (at: string, trafficGb: number, isToday = false) => ({ at, trafficGb, isToday });
    const most = day('2026-11-12', 4.21);
    expect(daysText([most, day('2026-11-13', 2.1, true)], 'en')).toBe(
      'Traffic by day: 2.10 GB today so far, most on Nov 12 with 4.21 GB',
    );
    expect(daysText([day('2026-11-13', 9, true)], 'en')).toBe('Traffic by day: 9.00 GB today so far');
  });

  test('a total and its plan name their unit once, unless it differs', () => {
    expect(totalOfPlan(211.7, 300, 'en')).toEqual({ total: '211.7', plan: 'of 300 GB' });
    expect(totalOfPlan(0.05, 300, 'en')).toEqual({ total: '50.0 MB', plan: 'of 300 GB' });
    expect(totalOfPlan(12_500, 9_000, 'en')).toEqual({ total: '12.5 TB', plan: 'of 9,000 GB' });
    expect(totalOfPlan(211.7, null, 'de')).toEqual({ total: '211,7 GB', plan: null });
  });

  test('a row says what was used of a limit, and nothing of a limit that is not there', () => {
    const row = { trafficGb: 38.6, limit: { kind: 'gb', limitGb: 40 } } as const;
    expect(rowTexts(row, 'en')).toEqual({ figures: '38.6 / 40 GB', share: '96%' });
    const unlimited = { ...row, limit: { kind: 'unlimited' } } as const;
    expect(rowTexts(unlimited, 'en')).toEqual({ figures: '38.6 GB', share: '' });
    expect(rowTexts({ ...row, trafficGb: null }, 'en').figures).toBe('—');
  });
});

describe('the manager', () => {
  test('what a limit means leaves no doubt', () => {
    const monthly = { lifetime: false };
    expect(limitMeaning(null, monthly, 'en')).toBe('Unlimited: may use any amount of traffic.');
    expect(limitMeaning(0, monthly, 'en')).toBe('Blocked: may use no traffic at all.');
    expect(limitMeaning(5, { lifetime: true }, 'en')).toBe('May use up to 5 GB in its whole life.');
    expect(limitMeaning(5, { ...monthly, each: true }, 'en')).toBe('Each may use up to 5 GB each month.');
  });

  test('the count says how many are in view, and what the list lacks', () => {
    const list = { shown: 1_200, count: 1_200, setAside: 0 };
    expect(listCountText(list, 'en')).toBe('1,200');
    expect(listCountText({ ...list, shown: 30 }, 'en')).toBe('30 of 1,200');
    expect(listCountText({ ...list, setAside: 3 }, 'en')).toBe('1,200, 3 unreadable ones left out');
  });

  test('a line of a file says what it creates', () => {
    const plan = { limitGb: 5, password: null, lifetime: false, disablesAtLimit: true };
    expect(plannedText(plan, 'en')).toBe('Created: 5 GB, disabled at its limit, password generated');
    expect(plannedText({ limitGb: 0, password: 'x', lifetime: true, disablesAtLimit: false }, 'en')).toBe(
      'Created: blocked, lifetime, not disabled at its limit, password from the file',
    );
  });

  test('a job says how long it waits, or how long it will take', () => {
    expect(jobRestText(30_000, 5_000, false)).toBe('. Oxylabs asks to wait 30 s');
    expect(jobRestText(0, 40_000, false)).toBe(', about 40 s left');
    expect(jobRestText(0, null, false)).toBe('');
    expect(jobRestText(0, 0, true)).toMatch(/Checking the list/);
  });

  test('B20: missing days are named in words and in their order', () => {
    const failure = { kind: 'timed-out' } as const;
    expect(missingDaysText(failure, ['2026-11-02', '2026-11-01'], 7, 'en')).toBe(
      'Oxylabs did not answer in time. Left out: Nov 1, Nov 2.',
    );
    expect(missingDaysText(failure, ['2026-11-02'], 1, 'en')).toBe('Oxylabs did not answer in time.');
  });
});
