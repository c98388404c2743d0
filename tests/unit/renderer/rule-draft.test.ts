import { expect, test } from 'vitest';
import { guardRuleSchema } from '../../../electron/contract/guard.ts';
import { boundsProblem, capBounds, packBounds, shareBounds } from '../../../renderer/manager/guard/bounds.ts';
import {
  draftOf,
  newDraft,
  type RuleDraft,
  ruleKinds,
  ruleOf,
} from '../../../renderer/manager/guard/rule-draft.ts';

const now = Date.parse('2026-11-27T12:00:00Z');
const whole: Partial<RuleDraft> = {
  capGb: 2,
  packs: [{ id: 'p', gb: 10, from: '2026-11-01', expires: '2026-11-30', note: 'winter', price: '20 EUR' }],
};

test.each(ruleKinds)('the fields of a rule of kind %s make it, and are made of it again', (kind) => {
  const draft = { ...newDraft(kind, [1, 2], now), ...whole };
  const rule = ruleOf(draft);
  expect(guardRuleSchema.parse(rule)).toEqual(rule);
  if (rule !== null) expect(ruleOf(draftOf(rule, now))).toEqual(rule);
});

test.each<[string, Partial<RuleDraft>]>([
  ['no sub-user', { subUserIds: [] }],
  ['no cap', { kind: 'daily-cap', capGb: Number.NaN }],
  ['a cap below what a limit shows', { kind: 'daily-cap', capGb: 0.001 }],
  ['a cap beyond all traffic', { kind: 'daily-cap', capGb: 1e9 + 1 }],
  ['no time between', { kind: 'hours-off', from: '06:00', to: '06:00' }],
  ['no pack', { kind: 'packs', packs: [] }],
  ['a pack without GB', { kind: 'packs', packs: [{ ...(whole.packs?.[0] ?? fail()), gb: Number.NaN }] }],
  [
    'a pack that ends before it begins',
    { kind: 'packs', packs: [{ ...(whole.packs?.[0] ?? fail()), expires: '2026-10-01' }] },
  ],
  ['a pack beyond all traffic', { kind: 'packs', packs: [{ ...(whole.packs?.[0] ?? fail()), gb: 1e9 + 1 }] }],
  ['too many packs', { kind: 'packs', packs: Array.from({ length: 101 }, () => whole.packs?.[0] ?? fail()) }],
  ['too many sub-users', { subUserIds: Array.from({ length: 20_001 }, (_, index) => index + 1) }],
  ['a share below one', { kind: 'brake', at: 'share', percent: 0.5 }],
  ['a share beyond its bound', { kind: 'brake', at: 'share', percent: 1_001 }],
  ['no share', { kind: 'brake', at: 'share', percent: Number.NaN }],
])('with %s there is no rule', (_what, part) => {
  expect(ruleOf({ ...newDraft('daily-cap', [1], now), ...whole, ...part })).toBeNull();
});

test.each([
  [Number.NaN, capBounds, 'Enter a number.'],
  [0.009, capBounds, 'Enter 0.01 to 1,000,000,000.'],
  [0.01, capBounds, undefined],
  [1e9, capBounds, undefined],
  [0, shareBounds, 'Enter 1 to 1,000.'],
  [1_000, shareBounds, undefined],
  [0, packBounds, 'Enter more than 0.'],
  [0.001, packBounds, undefined],
  [2e9, packBounds, 'Enter at most 1,000,000,000.'],
])('what is wrong with %d is said in a few words', (value, bounds, problem) => {
  expect(boundsProblem(value, bounds, 'en-US')).toBe(problem);
});

function fail(): never {
  throw new Error('There is no pack.');
}
