import { z } from 'zod';
import { mostGb } from './bounds.ts';

/** Returns whether a text is an ISO 4217 code that this runtime can format, like `USD`. */
export function isCurrency(code: string): boolean {
  return Intl.supportedValuesOf('currency').includes(code);
}

const currencySchema = z.string().refine(isCurrency);

const planGbSchema = z.number().positive().max(mostGb);

/**
 * The GB that the account should stay below: the plan, or another figure. `unconfirmed` is another figure of a version in which
 * plan and budget were two settings: it counts, and the user is asked once which of the two is meant.
 */
export const budgetSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('plan') }),
  z.strictObject({ kind: z.literal('other'), gb: planGbSchema }),
  z.strictObject({ kind: z.literal('unconfirmed'), gb: planGbSchema }),
]);

/** Describes what the customer bought and pays. The API reports none of it. */
export const planSettingsSchema = z.object({
  /** What was bought for a cycle; null if not set. */
  sizeGb: planGbSchema.nullable(),
  /** The day of the month on which the plan renews; null for the first. */
  renewsOn: z.number().int().min(1).max(31).nullable(),
  pricePerGb: z.number().positive().max(1e6).nullable(),
  currency: currencySchema,
  budget: budgetSchema,
});
export type PlanSettings = z.infer<typeof planSettingsSchema>;

export const defaultPlanSettings: PlanSettings = {
  sizeGb: null,
  renewsOn: null,
  pricePerGb: null,
  currency: 'USD',
  budget: { kind: 'plan' },
};

/** Returns the two figures between which the user has to choose, or null where there is nothing to ask. */
export function budgetQuestion({
  sizeGb,
  budget,
}: PlanSettings): { planGb: number; budgetGb: number } | null {
  if (budget.kind !== 'unconfirmed' || sizeGb === null || sizeGb === budget.gb) return null;
  return { planGb: sizeGb, budgetGb: budget.gb };
}
