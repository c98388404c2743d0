import { describe, expect, test } from 'vitest';
import type { PlanCycle } from '../../../electron/contract/outlook.ts';
import { periodFrom } from '../../../electron/usage/period.ts';
import { cycleAt, cycleDays, planCycle, usedSince } from '../../../electron/usage/plan-cycle.ts';

const at = (text: string) => Date.parse(`${text}Z`);

test.each([
  [23, '2026-03-24T10:00', '2026-03-23', '2026-03-24'],
  [23, '2026-03-22T10:00', '2026-02-23', '2026-03-22'],
  [31, '2026-02-27T10:00', '2026-01-31', '2026-02-27'],
  [31, '2026-02-28T10:00', '2026-02-28', '2026-02-28'],
  [31, '2026-03-30T10:00', '2026-02-28', '2026-03-30'],
  [1, '2026-01-01T00:00', '2026-01-01', '2026-01-01'],
])('a plan that renews on the %s, on %s: %s to %s', (renewsOn, now, dateFrom, dateTo) => {
  expect(cycleDays(cycleAt(renewsOn, at(now)), at(now))).toEqual({ dateFrom, dateTo });
});

describe('counted from the history', () => {
  const march = periodFrom('2026-03-01');
  if (march === null) throw new Error('March is a period.');
  const cycle = cycleAt(23, at('2026-03-10T12:00'));
  const sample = (text: string, gb: number) => ({ at: at(text), gb, period: `${text.slice(0, 7)}-01` });
  const complete = [sample('2026-02-22T23:30', 50), sample('2026-02-28T23:40', 70)];

  test('over the end of a month: what February had left, and March', () => {
    expect(usedSince(cycle, { usedGb: 12, period: march }, complete)).toBe(32);
  });
  test('not where a reading at the begin or at the month’s end is missing', () => {
    const [begin, end] = complete;
    if (begin === undefined || end === undefined) throw new Error('There are two.');
    expect(usedSince(cycle, { usedGb: 12, period: march }, [end])).toBeNull();
    expect(usedSince(cycle, { usedGb: 12, period: march }, [begin])).toBeNull();
    expect(
      usedSince(cycle, { usedGb: 12, period: march }, [begin, sample('2026-02-28T20:00', 69)]),
    ).toBeNull();
  });
  test('within a month, and for a cycle that is the month', () => {
    const later = cycleAt(5, at('2026-03-10T12:00'));
    expect(usedSince(later, { usedGb: 12, period: march }, [sample('2026-03-05T00:10', 4)])).toBe(8);
    expect(usedSince(cycleAt(1, at('2026-03-10T12:00')), { usedGb: 12, period: march }, [])).toBe(12);
  });
});

describe('the best that is known', () => {
  const now = at('2026-03-10T12:00');
  const march = periodFrom('2026-03-01');
  const month = { gb: 12, readAt: now };
  const complete = [
    { at: at('2026-02-22T23:30'), gb: 50, period: '2026-02-01' },
    { at: at('2026-02-28T23:40'), gb: 70, period: '2026-02-01' },
  ];
  const days = { dateFrom: '2026-02-23', dateTo: '2026-03-10' };
  const read: PlanCycle = {
    dateFrom: '2026-02-23',
    dateTo: '2026-03-09',
    usedGb: 30.5,
    readAt: at('2026-03-09T08:00'),
    found: 'sub-users',
    missing: 1,
  };

  test('is the history first, then what was read from all sub-users, then that it is unknown', () => {
    expect(planCycle(23, now, month, march, complete, read)).toEqual({
      ...days,
      usedGb: 32,
      readAt: now,
      found: 'history',
      missing: 0,
    });
    expect(planCycle(23, now, month, march, complete.slice(1), read)).toBe(read);
    expect(planCycle(23, now, month, march, complete.slice(1), null)).toEqual({
      ...days,
      usedGb: null,
      readAt: null,
      found: 'unknown',
      missing: 0,
    });
  });

  test('is the month itself where the plan renews with it', () => {
    expect(planCycle(1, now, month, march, [], read)).toMatchObject({
      dateFrom: '2026-03-01',
      usedGb: 12,
      found: 'month',
    });
  });

  test('is nothing where the person named no day', () => {
    expect(planCycle(null, now, month, march, complete, read)).toBeNull();
  });

  test('is never a figure of the cycle before', () => {
    const later = at('2026-03-23T00:05');
    expect(planCycle(23, later, { gb: 40, readAt: later }, march, [], read)).toMatchObject({
      dateFrom: '2026-03-23',
      dateTo: '2026-03-23',
      usedGb: null,
      found: 'unknown',
    });
  });

  test.each([
    ['the month was not read', null, march],
    ['the vendor told no period', month, null],
  ])('is what was read where %s', (_why, known, period) => {
    expect(planCycle(23, now, known, period, complete, read)).toBe(read);
    expect(planCycle(23, now, known, period, complete, null)?.found).toBe('unknown');
  });
});
