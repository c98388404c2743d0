import type { PlanCycle } from '../../contract/forecast.ts';
import type { PlanSettings } from '../../contract/plan.ts';
import { budgetGb, hasOwnCycle } from '../../contract/plan-use.ts';
import type { PeriodSample } from '../day-traffic.ts';
import type { ForecastInput } from '../forecast/forecast.ts';
import { cycleForecastInput, type Figure, periodForecastInput } from '../outlook.ts';
import type { Period } from '../period.ts';
import { cycleAt, planCycle } from '../plan-cycle.ts';

/** The account beside its budget, both of the same time: the calendar month or the plan's own cycle. */
export type BudgetUse = {
  /** The first day of that time; null before the first answer. */
  period: string | null;
  /** At least so much; null where nothing is known of a cycle. */
  usedGb: number | null;
  /** Null where there is no budget. */
  limitGb: number | null;
  forecastInput(): ForecastInput | null;
};

type BudgetParts = {
  plan: PlanSettings;
  account: Figure;
  period: Period | null;
  /** Returns the account's readings; the last one is the current figure. */
  samples(): readonly PeriodSample[];
  cycleRead: PlanCycle | null;
  now: number;
};

/** Returns what is used of the budget in the time for which it counts. */
export function budgetUse(parts: BudgetParts): BudgetUse {
  const { plan, account, period, samples } = parts;
  const limitGb = budgetGb(plan);
  if (plan.renewsOn !== null && hasOwnCycle(plan)) return ofCycle(parts, plan.renewsOn, limitGb);
  return {
    period: period?.key ?? null,
    usedGb: account.gb,
    limitGb,
    forecastInput: () => periodForecastInput(samples(), period, limitGb),
  };
}

/** Goes by the month's total as the least where a cycle that began before the month is not known better. */
function ofCycle(
  { account, period, samples, cycleRead, now }: BudgetParts,
  renewsOn: number,
  limitGb: number | null,
): BudgetUse {
  const { fromMs, toMs } = cycleAt(renewsOn, now);
  const cycle = planCycle(renewsOn, now, account, period, samples(), cycleRead);
  const known = cycle?.usedGb ?? null;
  const leastGb = period !== null && fromMs <= period.fromMs ? account.gb : null;
  return {
    period: cycle?.dateFrom ?? null,
    usedGb: known === null || leastGb === null ? (known ?? leastGb) : Math.max(known, leastGb),
    limitGb,
    forecastInput: () => cycleForecastInput(samples(), period, { usedGb: known, toMs, budgetGb: limitGb }),
  };
}
