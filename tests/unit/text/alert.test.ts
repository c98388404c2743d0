import { expect, test } from 'vitest';
import { type Alert, type AlertFacts, alertFactsSchema } from '../../../electron/contract/alert.ts';
import { alertText } from '../../../electron/text/alert.ts';
import { summaryText } from '../../../electron/text/alert-summary.ts';

const alerts = (count: number): Pick<Alert, 'subject' | 'facts'>[] =>
  Array.from({ length: count }, (_, index) => ({
    subject: { kind: 'sub-user', id: index + 1, username: `u${index}` },
    facts: { rule: 'limit', threshold: 80, usedGb: 8, limitGb: 10, expectedAt: null },
  }));

test('a summary writes its numbers in the locale', () => {
  expect(summaryText(alerts(1_234), 'de')).toEqual({
    title: '1.234 alerts: 1.234 at 80\u00a0%',
    body: 'u0, u1 and 1.232 more.',
  });
  expect(summaryText(alerts(1_234), 'en').title).toBe('1,234 alerts: 1,234 at 80%');
});

test('B4: a summary names the worst first, and its groups add up to all alerts', () => {
  const of = (count: number, facts: AlertFacts, username = 'u') =>
    Array.from({ length: count }, (_, index) => ({
      subject: { kind: 'sub-user' as const, id: index + 1, username: `${username}${index}` },
      facts,
    }));
  const limit = { rule: 'limit', usedGb: 8, limitGb: 10, expectedAt: null } as const;
  const over = of(100, { rule: 'over-limit-running', usedGb: 12, limitGb: 10 }, 'over');
  const runningOut = of(47, {
    rule: 'will-run-out',
    usedGb: 8,
    limitGb: 10,
    expectedAt: 0,
    earliestAt: null,
  });
  const shares = [...of(861, { ...limit, threshold: 80 }), ...of(298, { ...limit, threshold: 95 })];
  expect(summaryText([...shares, ...runningOut, ...over], 'en')).toEqual({
    title: '1,306 alerts: 147 over limit or running out, 298 at 95%, 861 at 80%',
    body: 'over0, over1 and 959 more.',
  });
  expect(summaryText([...of(1, { ...limit, threshold: 80 }), ...over.slice(0, 1)], 'en')).toEqual({
    title: '2 alerts: 1 over limit, 1 at 80%',
    body: 'over0: over limit, not stopped (120%)\nu0: 80% of the limit used',
  });
  const rest: AlertFacts[] = [
    { rule: 'period-reset', dateFrom: '2026-11-01' },
    { rule: 'unusual-day', dayGb: 7, normalGb: 1, sinceAt: null },
    { rule: 'disabled-by-vendor', usedGb: null, limitGb: null, listed: true },
    { rule: 'will-run-out', usedGb: 8, limitGb: 10, expectedAt: 0, earliestAt: null },
  ];
  expect(
    summaryText(
      [...rest, ...rest.slice(0, 1)].flatMap((facts) => of(1, facts)),
      'en',
    ).title,
  ).toBe('5 alerts: 1 running out, 1 disabled by Oxylabs, 1 unusual day, 2 new periods');
});

test('a sentence that ends with an abbreviated month has one stop', () => {
  const at = Date.parse('2026-11-29T09:00:00Z');
  const facts = { rule: 'limit', threshold: 80, usedGb: 8, limitGb: 10, expectedAt: at } as const;
  const { body } = alertText({ subject: { kind: 'account' }, facts }, 'de');
  expect(body).toMatch(/ on 29\. Nov\.$/);
});

const textOf = (facts: AlertFacts) => alertText({ subject: { kind: 'account' }, facts }, 'en-GB');
const expectedAt = Date.parse('2026-11-27T09:00:00Z');

test('a limit that will run out has its likely day, and the earliest if that is another', () => {
  const facts = { rule: 'will-run-out', usedGb: 8, limitGb: 10, expectedAt } as const;
  expect(textOf({ ...facts, earliestAt: Date.parse('2026-11-25T09:00:00Z') })).toEqual({
    title: 'Your account: the budget is predicted to run out on 27 Nov',
    body: '8.00 GB of 10 GB (80%). At this rate the budget does not last until the period ends. It may be used up by 25 Nov.',
  });
  expect(textOf({ ...facts, earliestAt: expectedAt }).body).toMatch(/until the period ends\.$/);
});

test('an unusual day that did not begin at midnight says since when', () => {
  const sinceAt = new Date(2026, 2, 14, 18, 5).getTime();
  expect(textOf({ rule: 'unusual-day', dayGb: 7, normalGb: 1, sinceAt })).toEqual({
    title: 'Your account: 7.00 GB since 14 Mar, 18:05',
    body: '700% of the usual: up to 1.00 GB in that time.',
  });
  expect(textOf({ rule: 'unusual-day', dayGb: 7, normalGb: 1, sinceAt: null }).title).toBe(
    'Your account: 7.00 GB today',
  );
});

test('logged alerts of earlier versions are still read', () => {
  const runOut = { rule: 'will-run-out', usedGb: 8, limitGb: 10, expectedAt };
  expect(alertFactsSchema.parse(runOut)).toEqual({ ...runOut, earliestAt: null });
  const unusual = { rule: 'unusual-day', dayGb: 7, normalGb: 1 };
  expect(alertFactsSchema.parse(unusual)).toEqual({ ...unusual, sinceAt: null });
});
