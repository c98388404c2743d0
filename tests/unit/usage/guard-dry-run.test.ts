import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayMs, dayOf } from '../../../electron/contract/day.ts';
import type { GuardRule } from '../../../electron/contract/guard.ts';
import { dryRunDays } from '../../../electron/contract/guard-dry-run.ts';
import type { PeriodSample } from '../../../electron/usage/day-traffic.ts';
import { type DryRunParts, dryRun } from '../../../electron/usage/guard/dry-run.ts';

const now = Date.parse('2026-11-27T12:00:00Z');
const midnight = Date.parse('2026-11-27T00:00:00Z');

/** Makes readings at each midnight of the days before today; a day without one leaves a gap at both of its ends. */
function readings(days: readonly (number | null)[]): PeriodSample[] {
  const first = midnight - days.length * dayMs;
  let gb = 0;
  const samples: PeriodSample[] = [{ at: first, gb, period: null }];
  for (const [index, day] of days.entries()) {
    gb += day ?? 0;
    if (day !== null && days[index + 1] !== null)
      samples.push({ at: first + (index + 1) * dayMs, gb, period: null });
  }
  return samples;
}

const partsOf = (days: readonly (number | null)[], more: Partial<DryRunParts> = {}): DryRunParts => ({
  now,
  samplesOf: () => readings(days),
  totals: [],
  budgetGb: 100,
  unusualLeastGb: 1,
  ...more,
});
const cap = (capGb: number): GuardRule => ({
  kind: 'daily-cap',
  id: 'r',
  subUserIds: [7],
  capGb,
  zone: 'UTC',
});
const month = Array.from({ length: 44 }, () => 2);

test('a cap stops on each day that went beyond it', () => {
  const days = month.with(-1, 9).with(-3, 6);
  expect(dryRun(cap(5), partsOf(days))).toEqual({
    kind: 'stops',
    stops: [
      { id: 7, days: [midnight - 3 * dayMs, midnight - dayMs].map((at) => ({ day: dayOf(at), hour: null })) },
    ],
    unknownDays: 0,
  });
  expect(dryRun(cap(9), partsOf(days))).toMatchObject({ stops: [] });
});

test('a day without a reading never acts, and is counted', () => {
  const none = dryRun(cap(0.01), partsOf([], { samplesOf: () => [] }));
  expect(none).toEqual({ kind: 'stops', stops: [], unknownDays: dryRunDays });
});

test('a day that is not known of two sub-users is one day', () => {
  const rule: GuardRule = { ...cap(5), subUserIds: [7, 8] };
  const days = month.with(-4, Number.NaN).map((gb) => (Number.isNaN(gb) ? null : gb));
  const known = dryRun({ ...rule, subUserIds: [7] }, partsOf(days));
  expect(known).toMatchObject({ unknownDays: expect.any(Number) });
  expect(dryRun(rule, partsOf(days))).toEqual(known);
  expect(known.kind === 'stops' && known.unknownDays).toBeGreaterThan(0);
});

test('an unusual day is beyond three times the median of the days before', () => {
  const rule: GuardRule = { kind: 'unusual-day', id: 'r', subUserIds: [7], acts: 'itself' };
  const found = (last: number) => dryRun(rule, partsOf(month.with(-1, last)));
  expect(found(6)).toMatchObject({ stops: [] });
  expect(found(6.5)).toMatchObject({ stops: [{ days: [{ day: dayOf(midnight - dayMs) }] }] });
});

test('a brake holds from the first reading of a period that reaches its share', () => {
  const totals = [80, 90, 95].map((gb, day) => ({
    at: midnight - (3 - day) * dayMs,
    gb,
    period: '2026-11-01',
  }));
  const rule = (at: Extract<GuardRule, { kind: 'brake' }>['at']): GuardRule => ({
    ...{ kind: 'brake', id: 'r', subUserIds: [7], acts: 'itself', at },
  });
  const at90 = rule({ kind: 'share', percent: 90 });
  expect(dryRun(at90, partsOf([], { totals }))).toEqual({ kind: 'brake', at: [midnight - 2 * dayMs] });
  expect(dryRun(at90, partsOf([], { totals, budgetGb: null }))).toEqual({ kind: 'unknown' });
  expect(dryRun(rule({ kind: 'forecast' }), partsOf([], { totals }))).toEqual({ kind: 'unknown' });
});

test('a higher cap never stops more', () => {
  const days = fc.array(fc.option(fc.double({ min: 0, max: 50, noNaN: true })), {
    minLength: 44,
    maxLength: 44,
  });
  const gb = fc.double({ min: 0.01, max: 50, noNaN: true });
  const count = (result: ReturnType<typeof dryRun>) =>
    result.kind === 'stops' ? result.stops.flatMap((each) => each.days).length : Number.NaN;
  fc.assert(
    fc.property(days, gb, gb, (each, low, more) => {
      const parts = partsOf(each);
      expect(count(dryRun(cap(low + more), parts))).toBeLessThanOrEqual(count(dryRun(cap(low), parts)));
    }),
  );
});

test('packs are used up on the day that takes the last of them, the first to expire first', () => {
  const day = (before: number) => dayOf(midnight - before * dayMs);
  const pack = (id: string, gb: number, from: number, expires: number) => ({
    ...{ id, gb, from: day(from), expires: day(expires), note: '', price: '' },
  });
  const rule: GuardRule = {
    ...{ kind: 'packs', id: 'r', subUserIds: [7], zone: 'UTC' },
    packs: [pack('one', 10, 20, 16), pack('two', 100, 18, 10), pack('three', 5, 9, -20)],
  };
  // Two GB a day: the first pack ends with its last day, the second loses what is unused, the third lasts for three days.
  expect(dryRun(rule, partsOf(month))).toMatchObject({ stops: [{ days: [{ day: day(7), hour: null }] }] });
  expect(dryRun({ ...rule, packs: [pack('later', 5, -1, -9)] }, partsOf(month))).toEqual({ kind: 'unknown' });
});
