import type { Forecast, Outlook, PlanCycle } from '../contract/forecast.ts';
import type { PlanSettings } from '../contract/plan.ts';
import { budgetGb, hasOwnCycle } from '../contract/plan-use.ts';
import { dayTraffic, type PeriodSample } from './day-traffic.ts';
import { cycleForecast, cycleForecastInput, type Figure, periodForecast } from './outlook.ts';
import type { Period } from './period.ts';
import { cycleAt, planCycle } from './plan-cycle.ts';

type OutlookParts = {
  plan: PlanSettings;
  now: number;
  figure: Figure | null;
  period: Period | null;
  /** The account's readings; the last one is the current figure. */
  samples: readonly PeriodSample[];
  cycleRead: PlanCycle | null;
};

/** Returns what windows show of the account's month and of the plan's cycle, each with its forecast. */
export function planOutlook(parts: OutlookParts): { outlook: Outlook; cycle: PlanCycle | null } {
  const { plan, now, figure, period, samples, cycleRead } = parts;
  const cycle = planCycle(plan.renewsOn, now, figure, period, samples, cycleRead);
  const monthBudgetGb = hasOwnCycle(plan) ? null : budgetGb(plan);
  return {
    outlook: {
      forecast: periodForecast(samples, period, monthBudgetGb),
      cycleForecast: cycle === null || !hasOwnCycle(plan) ? null : forecastOf(cycle, parts),
      days: dayTraffic(samples).filter(({ at }) => period !== null && at >= period.key),
    },
    cycle,
  };
}

function forecastOf({ usedGb }: PlanCycle, { plan, now, period, samples }: OutlookParts): Forecast {
  const { toMs } = cycleAt(plan.renewsOn ?? 1, now);
  return cycleForecast(cycleForecastInput(samples, period, { usedGb, toMs, budgetGb: budgetGb(plan) }));
}
