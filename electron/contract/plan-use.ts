import type { PlanCycle } from './forecast.ts';
import type { PlanSettings } from './plan.ts';

// Without a schema: the entry and the popover import this, and do not load zod.

/**
 * Compares the budget with the traffic of the same time: the calendar month, or the plan's own cycle from its first day on
 * (`YYYY-MM-DD`). An unknown figure is null.
 */
export type PlanUse = { budgetGb: number; usedGb: number | null } & (
  | { of: 'month' }
  | { of: 'cycle'; dateFrom: string | null }
);

/** Returns what is used of the budget, or null where there is none. `monthGb` is the calendar month's total. */
export function planUse(plan: PlanSettings, monthGb: number | null, cycle: PlanCycle | null): PlanUse | null {
  const gb = budgetGb(plan);
  if (gb === null) return null;
  if (!hasOwnCycle(plan)) return { of: 'month', budgetGb: gb, usedGb: monthGb };
  return { of: 'cycle', budgetGb: gb, usedGb: cycle?.usedGb ?? null, dateFrom: cycle?.dateFrom ?? null };
}

/** Returns what meter, forecast and budget alerts go by. Null without a plan and another figure: nothing is compared then. */
export function budgetGb({ sizeGb, budget }: Pick<PlanSettings, 'sizeGb' | 'budget'>): number | null {
  return budget.kind === 'plan' ? sizeGb : budget.gb;
}

/** Returns whether the plan's cycle is not the calendar month, so that the month's total is never compared with it. */
export function hasOwnCycle({ renewsOn }: Pick<PlanSettings, 'renewsOn'>): boolean {
  return renewsOn !== null && renewsOn !== 1;
}
