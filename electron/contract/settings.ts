import { z } from 'zod';
import { alertSettingsChangeSchema, alertSettingsSchema } from './alert-settings.ts';
import { currencySchema } from './money-text.ts';

export const subUserColumnSchema = z.enum([
  'username',
  'status',
  'traffic',
  'limit',
  'share',
  'disablesAtLimit',
  'lifetime',
  'created',
]);
export type SubUserColumn = z.infer<typeof subUserColumnSchema>;

export const subUserFilterSchema = z.enum([
  'all',
  'active',
  'disabled',
  'over-80',
  'over-limit-running',
  'unlimited',
  'blocked',
]);
export type SubUserFilter = z.infer<typeof subUserFilterSchema>;

/** How the grid of sub-users is looked at. At first: nearest to the limit in front. */
export const subUserViewSchema = z.object({
  column: subUserColumnSchema.default('share'),
  direction: z.enum(['ascending', 'descending']).default('descending'),
  filter: subUserFilterSchema.default('all'),
});
export type SubUserView = z.infer<typeof subUserViewSchema>;

/**
 * What lifts settings from each version to the next. A release that adds a setting, renames one or gives it another meaning adds
 * a step, also one that changes nothing: an older app then sees that it does not know all of the file, and keeps a copy of it.
 * The first builds wrote no number.
 */
export const settingsMigrations: readonly ((settings: unknown) => unknown)[] = [(unnumbered) => unnumbered];

/** All settings, each with its default: an empty file is a valid one. */
export const settingsSchema = z.object({
  refreshIntervalMinutes: z.number().int().min(1).max(60).default(5),
  /** The person's opt-in: keep the sign-in on a machine whose system offers no keyring. */
  keepWithoutKeyring: z.boolean().default(false),
  /** What was bought for a month, in GB: the API does not tell it. Null: not said. */
  planGb: z.number().positive().max(1e9).nullable().default(null),
  /** The day of the month on which the plan renews, where it is not the first: the API does not tell it. */
  planRenewsOn: z.number().int().min(1).max(31).nullable().default(null),
  /** What a GB costs: the API does not tell it. Null: not said. */
  pricePerGb: z.number().positive().max(1e6).nullable().default(null),
  currency: currencySchema.default('USD'),
  subUserView: subUserViewSchema.default({ column: 'share', direction: 'descending', filter: 'all' }),
  alerts: alertSettingsSchema.default(alertSettingsSchema.parse({})),
  /** Sub-users' whole names in the log file, in place of `pri…eu`. */
  fullNamesInLog: z.boolean().default(false),
});
export type Settings = z.infer<typeof settingsSchema>;

/** What a window may change: known keys only, at least one. */
export const settingsChangeSchema = z
  .strictObject({
    refreshIntervalMinutes: settingsSchema.shape.refreshIntervalMinutes.unwrap().optional(),
    keepWithoutKeyring: z.boolean().optional(),
    planGb: settingsSchema.shape.planGb.unwrap().optional(),
    planRenewsOn: settingsSchema.shape.planRenewsOn.unwrap().optional(),
    pricePerGb: settingsSchema.shape.pricePerGb.unwrap().optional(),
    currency: currencySchema.optional(),
    subUserView: subUserViewSchema.optional(),
    alerts: alertSettingsChangeSchema.optional(),
    fullNamesInLog: z.boolean().optional(),
  })
  .refine((change) => Object.keys(change).length > 0, 'Nothing to change.');
export type SettingsChange = z.infer<typeof settingsChangeSchema>;

export const defaultSettings: Settings = settingsSchema.parse({});

/**
 * The settings in a file, key by key: one that is not understood has its default, and the others stay. `whole` is false where
 * there is such a one. Null for what is no set of settings at all.
 */
export function readSettings(stored: unknown): { value: Settings; whole: boolean } | null {
  if (!isRecord(stored)) return null;
  const { value, whole } = readKeys(settingsSchema.shape, stored);
  return { value: settingsSchema.parse(value), whole };
}

type Shape = Record<string, z.ZodDefault>;

function readKeys(
  shape: Shape,
  stored: Record<string, unknown>,
): { value: Record<string, unknown>; whole: boolean } {
  const value: Record<string, unknown> = {};
  let whole = true;
  for (const [key, schema] of Object.entries(shape)) {
    if (!Object.hasOwn(stored, key)) continue;
    const found = stored[key];
    const inner = schema.unwrap();
    if (inner instanceof z.ZodObject && isRecord(found)) {
      const part = readKeys(inner.shape as Shape, found);
      value[key] = part.value;
      whole &&= part.whole;
    } else if (schema.safeParse(found).success) value[key] = found;
    else whole = false;
  }
  return { value, whole };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
