import { planSettingsSchema } from './plan.ts';

/**
 * Lifts settings from each version to the next; the first builds wrote no version number. Every release that adds, renames
 * or redefines a setting adds a step, even an empty one: an older app then sees a newer file and keeps a copy of it.
 */
export const settingsMigrations: readonly ((settings: unknown) => unknown)[] = [
  (unnumbered) => unnumbered,
  withOnePlan,
  withoutStatusColumn,
];

/** Moves plan, renewal day, price, currency and budget into one group. Invalid values go along, so that they are noticed. */
function withOnePlan(settings: unknown): unknown {
  if (!isRecord(settings)) return settings;
  const { planGb, planRenewsOn, pricePerGb, currency, ...others } = settings;
  const { budgetGb, ...alerts } = isRecord(settings.alerts) ? settings.alerts : {};
  const plan = {
    sizeGb: planGb,
    renewsOn: planRenewsOn,
    pricePerGb,
    currency,
    budget: budgetFrom(planGb, budgetGb),
  };
  return {
    ...others,
    ...(isRecord(settings.alerts) && { alerts }),
    plan: Object.fromEntries(Object.entries(plan).filter(([, value]) => value !== undefined)),
  };
}

/** Keeps a budget that differs from the plan. Beside a plan, only the user can say which of the two is meant. */
function budgetFrom(planGb: unknown, budgetGb: unknown): unknown {
  if (budgetGb === null || budgetGb === undefined || budgetGb === planGb) return { kind: 'plan' };
  const hasPlan = typeof planGb === 'number' && planSettingsSchema.shape.sizeGb.safeParse(planGb).success;
  return { kind: hasPlan ? 'unconfirmed' : 'other', gb: budgetGb };
}

/** Removes the order by a column that the grid no longer has, so that the filter beside it is kept. */
function withoutStatusColumn(settings: unknown): unknown {
  if (!isRecord(settings) || !isRecord(settings.subUserView)) return settings;
  const { column, ...view } = settings.subUserView;
  return { ...settings, subUserView: column === 'status' ? view : settings.subUserView };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
