import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TargetTraffic } from '../../../electron/contract/usage.ts';
import { datesBetween, sumOf } from '../../../renderer/manager/usage/target-days.ts';

const today = '2026-11-23';
const report = (date: string, targets: [string, number | null, number | null][]): TargetTraffic => ({
  totalGb: targets.reduce((sum, [, gb]) => sum + (gb ?? 0), 0),
  requests: targets.reduce((sum, [, , count]) => sum + (count ?? 0), 0),
  targets: targets.map(([target, trafficGb, requests]) => ({ target, date, trafficGb, requests })),
  setAside: 0,
});

test('days between two, both included, across the end of a month', () => {
  expect(datesBetween('2026-10-30', '2026-11-02', today)).toEqual([
    '2026-10-30',
    '2026-10-31',
    '2026-11-01',
    '2026-11-02',
  ]);
  expect(datesBetween(today, today, today)).toEqual([today]);
  expect(datesBetween('2026-10-24', today, today)).toHaveLength(31);
});

test.each([
  [null, today, /both/],
  [today, null, /both/],
  ['2026-11-20', '2026-11-19', /after/],
  ['2026-11-20', '2026-11-24', /not over/],
  ['2026-10-23', today, /30 days/],
])('%s to %s cannot be asked for', (from, to, words) =>
  expect(datesBetween(from, to, today)).toEqual({ problem: expect.stringMatching(words) }),
);

test('the same target on several days is one row; what no day reported stays unknown', () => {
  const sum = sumOf([
    report('2026-11-01', [
      ['a.com', 1, 10],
      ['b.com', null, 5],
    ]),
    report('2026-11-02', [
      ['a.com', 2, null],
      ['b.com', null, 6],
    ]),
  ]);
  expect(sum?.targets).toEqual([
    { target: 'a.com', date: null, trafficGb: 3, requests: 10 },
    { target: 'b.com', date: null, trafficGb: null, requests: 11 },
  ]);
  expect(sumOf([])).toBeNull();
});

test('the order in which days arrive does not change the sum', () => {
  const day = fc
    .array(fc.tuple(fc.constantFrom('a.com', 'b.com', 'c.com'), fc.nat(1_000), fc.nat(1_000)), {
      maxLength: 4,
    })
    .map((targets) => report(today, targets));
  const sorted = (sum: TargetTraffic | null) =>
    [...(sum?.targets ?? [])]
      .map(({ target, trafficGb, requests }) => `${target} ${trafficGb} ${requests}`)
      .sort();
  fc.assert(
    fc.property(fc.array(day, { minLength: 2, maxLength: 5 }), (days) => {
      expect(sorted(sumOf(days))).toEqual(sorted(sumOf(days.toReversed())));
      expect(sumOf(days)?.totalGb).toBe(days.reduce((sum, { totalGb }) => sum + (totalGb ?? 0), 0));
    }),
  );
});
