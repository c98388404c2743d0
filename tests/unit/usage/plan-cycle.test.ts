import { describe, expect, test } from 'vitest';
import { dayMs } from '../../../electron/contract/day.ts';
import type { PlanCycle } from '../../../electron/contract/forecast.ts';
import type { PeriodSample } from '../../../electron/usage/day-traffic.ts';
import { periodFrom } from '../../../electron/usage/period.ts';
import { type Cycle, cycleAt, cycleDays, planCycle, usedSince } from '../../../electron/usage/plan-cycle.ts';

const hourMs = 3_600_000;
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
  const complete = [
    sample('2026-02-22T23:30', 50),
    sample('2026-02-23T00:30', 50),
    sample('2026-02-28T23:40', 70),
  ];

  const readAt = at('2026-03-10T12:00');
  const since = (of: Cycle, usedGb: number, samples: PeriodSample[]) =>
    usedSince(of, { usedGb, readAt, period: march }, samples);
  const exactly = (usedGb: number) => ({ usedGb, lowGb: usedGb, highGb: usedGb });

  test('across the end of a month: the rest of February, and March', () => {
    const { usedGb = 0, lowGb = 0, highGb = 0 } = since(cycle, 12, complete) ?? {};
    // The last 20 minutes of February are not known: 0.03 GB at the month's rate.
    expect([lowGb, usedGb, highGb].map((gb) => Number(gb.toFixed(2)))).toEqual([32, 32.03, 32.1]);
  });
  test('without a reading near the start or near the month’s end: within bounds', () => {
    const friday = [
      sample('2026-02-20T16:00', 40),
      sample('2026-02-23T07:00', 55),
      sample('2026-02-27T16:00', 66),
    ];
    const { usedGb = 0, lowGb = 0, highGb = 0 } = since(cycle, 12, friday) ?? {};
    // From Friday to Monday 15 GB were used; from the last Friday to the turn up to three times the usual 2.5 GB a day.
    expect(lowGb).toBeCloseTo(12 + 66 - 55, 6);
    expect(highGb).toBeCloseTo(12 + 66 - 40 + 3 * (66 / (26 + 16 / 24)) * (1 + 8 / 24), 6);
    expect(usedGb).toBeGreaterThan(lowGb);
    expect(usedGb).toBeLessThan(highGb);
  });
  test('not if nothing was read in the month in which it began', () => {
    expect(since(cycle, 12, [])).toBeNull();
    expect(since(cycle, 12, [sample('2026-01-31T12:00', 80)])).toBeNull();
    expect(since(cycleAt(5, readAt), 12, [])).toBeNull();
  });
  test('within a month, and for a cycle that equals the month', () => {
    const later = cycleAt(5, readAt);
    const near = since(later, 12, [sample('2026-03-05T00:00', 4)]);
    expect(near).toEqual(exactly(8));
    expect(since(later, 12, [sample('2026-03-04T12:00', 3), sample('2026-03-05T12:00', 5)])).toEqual({
      usedGb: 8,
      lowGb: 7,
      highGb: 9,
    });
    expect(since(cycleAt(1, readAt), 12, [])).toEqual(exactly(12));
  });
});

/** Replays a year of an account whose vendor counts months in UTC-8, and returns what each look at a cycle found. */
function* looksAt(readsAt: (hour: number, weekday: number) => boolean) {
  const begin = at('2026-01-01T00:00');
  const hours = 365 * 24;
  const totals = [0];
  // 30 % more by day, half at weekends.
  for (let hour = 0; hour < hours; hour += 1) {
    const weekday = (hour / 24 + 4) % 7;
    const rate = (hour % 24 > 7 && hour % 24 < 19 ? 1.3 : 0.7) * (weekday >= 6 || weekday < 1 ? 0.5 : 1);
    totals.push((totals[hour] ?? 0) + rate / 24);
  }
  const totalAt = (moment: number) => totals[Math.round((moment - begin) / hourMs)] ?? 0;
  for (const renewsOn of [2, 14, 23, 31]) {
    const samples: PeriodSample[] = [];
    for (let moment = begin; moment < begin + hours * hourMs; moment += hourMs) {
      const date = new Date(moment);
      if (!readsAt(date.getUTCHours(), date.getUTCDay())) continue;
      const local = new Date(moment - 8 * hourMs);
      const turn = Date.UTC(local.getUTCFullYear(), local.getUTCMonth());
      const key = new Date(turn).toISOString().slice(0, 10);
      const usedGb = totalAt(moment) - totalAt(Math.max(begin, turn + 8 * hourMs));
      const period = periodFrom(key);
      const cycle = cycleAt(renewsOn, moment);
      const look = date.getUTCHours() === (date.getUTCDate() % 9) + 7;
      if (look && period !== null && cycle.fromMs > begin + 32 * dayMs) {
        const found = usedSince(cycle, { usedGb, readAt: moment, period }, samples.slice(-1_500));
        yield { found, truth: totalAt(moment) - totalAt(cycle.fromMs), sinceMs: moment - cycle.fromMs };
      }
      samples.push({ at: moment, gb: usedGb, period: key });
    }
  }
}

test.each([
  ['always on', 0.01, () => true],
  ['on in office hours', 0.12, (hour: number, day: number) => day % 6 !== 0 && hour >= 7 && hour < 16],
])(
  'a vendor that counts in UTC-8, a computer that is %s: each cycle is known, and within its bounds',
  (_, most, reads) => {
    for (const { found, truth, sinceMs } of looksAt(reads)) {
      if (found === null) throw new Error('The cycle is not known.');
      expect(found.lowGb).toBeLessThanOrEqual(truth + 0.001);
      expect(found.highGb).toBeGreaterThanOrEqual(truth - 0.001);
      expect(found.usedGb).toBeGreaterThanOrEqual(found.lowGb);
      expect(found.usedGb).toBeLessThanOrEqual(found.highGb);
      if (sinceMs > 10 * dayMs) expect(Math.abs(found.usedGb / truth - 1)).toBeLessThan(most);
    }
  },
);

describe('the best known figure', () => {
  const now = at('2026-03-10T12:00');
  const march = periodFrom('2026-03-01');
  const month = { gb: 12, readAt: now };
  const complete = [
    { at: at('2026-02-22T23:30'), gb: 50, period: '2026-02-01' },
    { at: at('2026-02-23T00:30'), gb: 50, period: '2026-02-01' },
    { at: at('2026-02-28T23:40'), gb: 70, period: '2026-02-01' },
  ];
  const days = { dateFrom: '2026-02-23', dateTo: '2026-03-10' };
  const read: PlanCycle = {
    dateFrom: '2026-02-23',
    dateTo: '2026-03-09',
    usedGb: 30.5,
    lowGb: 30.5,
    highGb: 30.5,
    readAt: at('2026-03-09T08:00'),
    found: 'sub-users',
    missing: 1,
  };

  test('is the history’s where that is exact, else the sum over all sub-users, else the history’s, else unknown', () => {
    const found = { ...days, readAt: now, found: 'history' as const, missing: 0 };
    expect(planCycle(23, now, month, march, complete, read)).toMatchObject(found);
    const vague = [{ at: at('2026-02-20T00:00'), gb: 40, period: '2026-02-01' }, ...complete.slice(2)];
    expect(planCycle(23, now, month, march, vague, read)).toBe(read);
    expect(planCycle(23, now, month, march, vague, null)).toMatchObject(found);
    expect(planCycle(23, now, month, march, [], read)).toBe(read);
    expect(planCycle(23, now, month, march, [], null)).toEqual({
      ...days,
      usedGb: null,
      lowGb: null,
      highGb: null,
      readAt: null,
      found: 'unknown',
      missing: 0,
    });
  });

  test('is the month’s if the plan renews with it', () => {
    expect(planCycle(1, now, month, march, [], read)).toMatchObject({
      dateFrom: '2026-03-01',
      usedGb: 12,
      found: 'month',
    });
  });

  test('is null if no renewal day is set', () => {
    expect(planCycle(null, now, month, march, complete, read)).toBeNull();
  });

  test('is never a figure of the previous cycle', () => {
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
    ['the vendor reported no period', month, null],
  ])('is what was read where %s', (_why, known, period) => {
    expect(planCycle(23, now, known, period, complete, read)).toBe(read);
    expect(planCycle(23, now, known, period, complete, null)?.found).toBe('unknown');
  });
});
