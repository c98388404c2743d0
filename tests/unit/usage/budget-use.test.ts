import { describe, expect, test } from 'vitest';
import { dayMs } from '../../../electron/contract/day.ts';
import { defaultPlanSettings, type PlanSettings } from '../../../electron/contract/plan.ts';
import { planUse } from '../../../electron/contract/plan-use.ts';
import { budgetUse } from '../../../electron/usage/alerts/budget-use.ts';
import { forecast } from '../../../electron/usage/forecast/forecast.ts';
import { periodFrom } from '../../../electron/usage/period.ts';
import { planOutlook } from '../../../electron/usage/plan-outlook.ts';

const now = Date.parse('2026-03-10T12:00Z');
const period = periodFrom('2026-03-01');
const plan = (change: Partial<PlanSettings>): PlanSettings => ({ ...defaultPlanSettings, ...change });
const cycleRead = null;

/** A steady 2 GB a day, read four times a day since the 1st of February. */
const samples = Array.from({ length: 4 * 37 + 3 }, (_, index) => {
  const at = Date.parse('2026-02-01T00:00Z') + (index * dayMs) / 4;
  const inMarch = at >= Date.parse('2026-03-01T00:00Z');
  const begin = Date.parse(inMarch ? '2026-03-01T00:00Z' : '2026-02-01T00:00Z');
  return { at, gb: (2 * (at - begin)) / dayMs, period: inMarch ? '2026-03-01' : '2026-02-01' };
}).filter(({ at }) => at <= now);
const account = { gb: 19, readAt: now };
const use = (change: Partial<PlanSettings>, from = samples) =>
  budgetUse({ plan: plan(change), account, period, samples: () => from, cycleRead, now });

describe('the budget is compared with traffic of the same time', () => {
  test.each([null, 1])('of the calendar month if the plan renews on day %s', (renewsOn) => {
    expect(use({ sizeGb: 50, renewsOn })).toMatchObject({ period: '2026-03-01', usedGb: 19, limitGb: 50 });
  });
  test('of the plan’s own cycle, from its first day on, where the history knows it', () => {
    const cycle = use({ sizeGb: 50, renewsOn: 23 });
    expect(cycle).toMatchObject({ period: '2026-02-23', limitGb: 50 });
    expect(cycle.usedGb).toBeCloseTo(31, 1);
    expect(use({ sizeGb: 50, renewsOn: 5 }).usedGb).toBeCloseTo(11, 1);
  });
  test('of the month at least, where the cycle began before it and is not known', () => {
    const sinceNoon = samples.slice(-3);
    expect(use({ sizeGb: 50, renewsOn: 23 }, sinceNoon)).toMatchObject({ usedGb: 19, limitGb: 50 });
    expect(use({ sizeGb: 50, renewsOn: 23 }, sinceNoon).forecastInput()).toBeNull();
    expect(use({ sizeGb: 50, renewsOn: 5 }, sinceNoon).usedGb).toBeNull();
  });
});

test('B2: a plan is the budget that the alerts go by', () => {
  expect(use({ sizeGb: 50 })).toMatchObject({ usedGb: 19, limitGb: 50 });
});

test('another budget counts instead of the plan, and without both nothing is compared', () => {
  expect(use({ sizeGb: 50, budget: { kind: 'other', gb: 40 } }).limitGb).toBe(40);
  expect(use({ budget: { kind: 'other', gb: 40 } }).limitGb).toBe(40);
  expect(use({}).limitGb).toBeNull();
  expect(planUse(plan({}), 19, null)).toBeNull();
});

test('a cycle’s forecast ends with the cycle, holds what was used before the month, and has its own limit', () => {
  const parts = { now, figure: account, period, samples, cycleRead };
  const { outlook, cycle } = planOutlook({ ...parts, plan: plan({ sizeGb: 40, renewsOn: 23 }) });
  if (outlook.cycleForecast?.kind !== 'forecast' || outlook.forecast.kind !== 'forecast')
    throw new Error('There is no forecast.');
  expect(cycle?.usedGb).toBeCloseTo(31, 1);
  expect(outlook.cycleForecast.endsAt).toBe(Date.parse('2026-03-23'));
  expect(outlook.cycleForecast.endGb).toBeCloseTo(56, 0);
  expect(outlook.cycleForecast.reachesAt).toBeGreaterThan(now);
  expect(outlook.cycleForecast.leftPerDayGb).toBeCloseTo(9 / 12.5, 1);
  // The month is never compared with a plan that counts by another time.
  expect(outlook.forecast).toMatchObject({ leftPerDayGb: null, reachesAt: null });
  expect(outlook.forecast.endGb).toBeCloseTo(62, 0);
  const byMonth = planOutlook({ ...parts, plan: plan({ sizeGb: 40 }) }).outlook;
  expect(byMonth.cycleForecast).toBeNull();
  expect(byMonth.forecast).toMatchObject({ leftPerDayGb: expect.closeTo(21 / 21.5, 1) });
});

test('windows and tray compare the plan’s own cycle with the budget, and say from when', () => {
  const own = plan({ sizeGb: 50, renewsOn: 23 });
  const { cycle } = planOutlook({ plan: own, now, figure: account, period, samples, cycleRead });
  expect(planUse(own, 19, cycle)).toMatchObject({ of: 'cycle', budgetGb: 50, dateFrom: '2026-02-23' });
  expect(planUse(own, 19, cycle)?.usedGb).toBeCloseTo(31, 1);
  expect(planUse(own, 19, null)).toEqual({ of: 'cycle', budgetGb: 50, usedGb: null, dateFrom: null });
  expect(planUse(plan({ sizeGb: 50 }), 19, cycle)).toEqual({ of: 'month', budgetGb: 50, usedGb: 19 });
  const input = use({ sizeGb: 40, renewsOn: 23 }).forecastInput();
  expect(input === null ? null : forecast(input)).toMatchObject({ endsAt: Date.parse('2026-03-23') });
});
