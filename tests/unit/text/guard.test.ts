import { expect, test } from 'vitest';
import type { GuardRule } from '../../../electron/contract/guard.ts';
import type { Guarded } from '../../../electron/contract/guard-journal.ts';
import type { GuardRow, GuardRuleView } from '../../../electron/contract/guard-view.ts';
import { dryRunTexts, ruleStateText, ruleText } from '../../../electron/text/guard.ts';
import { changeText, whyText } from '../../../electron/text/guard-journal.ts';

const names = ['crawler_7', 'seo_audit', 'travel_fares'];
const nameOf = (id: number) => names[id - 1] ?? null;
const rule = (part: object, subUserIds = [1]): GuardRule =>
  ({ id: 'r', subUserIds, zone: 'Europe/Vilnius', ...part }) as GuardRule;
const pack = { id: 'p', gb: 10, from: '2026-11-01', expires: '2026-11-30', note: '', price: '' };

test.each([
  [
    rule({ kind: 'daily-cap', capGb: 5 }),
    'At most 5 GB a day for crawler_7. Days begin at midnight, Europe/Vilnius.',
  ],
  [
    rule({ kind: 'hours-off', from: '22:00', to: '06:00' }, [1, 2]),
    'crawler_7 and seo_audit: disabled from 22:00 until 06:00, Europe/Vilnius.',
  ],
  [
    rule({ kind: 'packs', packs: [pack, pack] }),
    'crawler_7: 2 packs of 20 GB in all. Days begin at midnight, Europe/Vilnius.',
  ],
  [
    rule({ kind: 'brake', at: { kind: 'share', percent: 90 }, acts: 'itself' }, [1, 2, 3, 4]),
    'Disables 4 sub-users at 90% of the budget.',
  ],
  [
    rule({ kind: 'brake', at: { kind: 'forecast' }, acts: 'after-click' }),
    'Offers to disable crawler_7 once the forecast is beyond the budget.',
  ],
  [
    rule({ kind: 'unusual-day', acts: 'itself' }, [9]),
    'Disables 1 sub-user on a day far above the usual one.',
  ],
])('a rule is a sentence: %j', (each, sentence) => expect(ruleText(each, nameOf, 'en-US')).toBe(sentence));

const view: GuardRuleView = {
  rule: rule({ kind: 'unusual-day', acts: 'itself' }),
  waitsFor: null,
  setOff: null,
  asksFor: [],
  pausedIds: [],
};

test('what a rule does now: what it disabled comes before what it waits for', () => {
  expect(ruleStateText(view, 'en-US')).toBe('Active');
  expect(ruleStateText({ ...view, asksFor: [1, 2] }, 'en-US')).toBe('Holds now: disable 2 sub-users?');
  expect(ruleStateText({ ...view, waitsFor: 'budget' }, 'en-US')).toBe(
    'Waits: set a plan or a budget in Settings',
  );
  const setOff = { at: Date.parse('2026-11-27T12:00:00Z'), ids: [1] };
  expect(ruleStateText({ ...view, waitsFor: 'budget', setOff }, 'en-US')).toMatch(/^1 disabled since Nov 27/);
});

const own: Guarded = { limit: { kind: 'unlimited' }, disablesAtLimit: false, status: 'active' };
const row: GuardRow = {
  place: '1:1',
  at: 0,
  subUser: { id: 1, username: 'crawler_7' },
  rule: null,
  by: 'guard',
  what: 'write',
  why: ['daily-cap', 'hours-off'],
  from: own,
  to: { limit: { kind: 'gb', limitGb: 7.05 }, disablesAtLimit: true, status: 'disabled' },
  outcome: 'done',
  failure: null,
  pauses: false,
  undo: null,
};

test('a row of the journal says what changed, what came of it and why', () => {
  expect(changeText(row, 'en-US')).toBe('Unlimited → 7.05 GB, disables at its limit, disabled');
  expect(changeText({ ...row, outcome: 'unknown' }, 'en-US')).toMatch(/, not known whether it was done$/);
  expect(changeText({ ...row, what: 'changed', pauses: true, to: own }, 'en-US')).toBe(
    'changed, so the rule pauses',
  );
  expect(changeText({ ...row, what: 'rule-set', rule: { id: 'r', kind: 'brake' } }, 'en-US')).toBe(
    'Rule set: Brake',
  );
  expect(changeText({ ...row, what: 'pulled', rule: { id: 'r', kind: null } }, 'en-US')).toBe(
    'Set off: a rule that is gone',
  );
  expect(whyText(row)).toBe('Daily cap, Hours off');
});

test('a dry run names the days, with the hour where it is known', () => {
  const stops = [
    {
      id: 1,
      days: [
        { day: '2026-11-03', hour: null },
        { day: '2026-11-12', hour: 16 },
      ],
    },
  ];
  expect(dryRunTexts({ kind: 'stops', stops, unknownDays: 0 }, () => 'crawler_7', 'en-US')).toEqual([
    'Over the last 30 days (UTC) it would have done this:',
    'crawler_7: stopped on Nov 3 and Nov 12 at 16:00',
  ]);
});
