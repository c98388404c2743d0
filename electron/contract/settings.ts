import { z } from 'zod';
import { accountKeySchema } from './accounts.ts';
import { alertSettingsSchema, defaultAlertSettings } from './alert-settings.ts';
import { densitySchema, fontSchema, textSizeSchema, textSizes, themeSchema } from './appearance.ts';
import { mostPresets, presetSchema } from './connection.ts';
import { hostNameSchema } from './own-entry.ts';
import { defaultPlanSettings, planSettingsSchema } from './plan.ts';
import { versionCheckSchema } from './releases.ts';
import { mostStatusSubUsers } from './status-bounds.ts';

export const subUserColumns = [
  'username',
  'traffic',
  'limit',
  'share',
  'days',
  'runsOut',
  'disablesAtLimit',
  'lifetime',
  'created',
] as const;
export type SubUserColumn = (typeof subUserColumns)[number];

/** The columns that the rows can be ordered by. */
export const subUserOrders = [
  'username',
  'traffic',
  'limit',
  'share',
  'disablesAtLimit',
  'lifetime',
  'created',
] as const satisfies SubUserColumn[];
export type SubUserOrder = (typeof subUserOrders)[number];

/** Describes the grid's columns as the user arranged them, in order. A null width is chosen by the grid. */
export const columnChoiceSchema = z
  .array(
    z.strictObject({
      id: z.enum(subUserColumns),
      shown: z.boolean(),
      widthPx: z.number().int().min(40).max(1_000).nullable(),
    }),
  )
  .max(20);
export type ColumnChoice = z.infer<typeof columnChoiceSchema>;

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

/** Describes how the grid of sub-users is sorted and filtered. */
export const subUserViewSchema = z.object({
  column: z.enum(subUserOrders),
  direction: z.enum(['ascending', 'descending']),
  filter: subUserFilterSchema,
});
export type SubUserView = z.infer<typeof subUserViewSchema>;

/**
 * Lists all settings; each has its default below. The schemas for the file and for changes by a window are derived from it.
 */
export const settingsSchema = z.object({
  refreshIntervalMinutes: z.number().int().min(1).max(60),
  /** Opt-in: store the sign-in even though the system offers no keyring. */
  keepWithoutKeyring: z.boolean(),
  plan: planSettingsSchema,
  subUserView: subUserViewSchema,
  /** Columns that it does not name are as in a new profile. */
  subUserColumns: columnChoiceSchema,
  /** The width of a sub-user's details beside the grid, in CSS pixels. */
  subUserPanelPx: z.number().int().min(320).max(560),
  alerts: alertSettingsSchema,
  /** Writes sub-users' full names to the log file instead of `pri…eu`. */
  fullNamesInLog: z.boolean(),
  /** The account of which the tray shows the meter. */
  trayAccount: z.union([z.literal('worst'), accountKeySchema]),
  versionCheck: versionCheckSchema,
  /** The question whether to start at login was answered, or is not asked because the switch was used. */
  askedStartAtLogin: z.boolean(),
  theme: themeSchema,
  density: densitySchema,
  font: fontSchema,
  textSizePercent: textSizeSchema,
  /** A name of the user's own domain that leads to the vendor's proxy. */
  ownEntry: hostNameSchema.nullable(),
  connectionPresets: z.array(presetSchema).max(mostPresets),
  /** Keeps the password of each new sub-user on this computer. */
  keepSubUserPasswords: z.boolean(),
  /** Writes the figures to a file for scripts and status bars. */
  statusFile: z.boolean(),
  prometheusFile: z.boolean(),
  /** The most sub-users in these files; 0 leaves out all names of sub-users. */
  statusFileSubUsers: z.number().int().min(0).max(mostStatusSubUsers),
});
export type Settings = z.infer<typeof settingsSchema>;

export const defaultSettings: Settings = {
  refreshIntervalMinutes: 5,
  keepWithoutKeyring: false,
  plan: defaultPlanSettings,
  // Nearest to their limit first.
  subUserView: { column: 'share', direction: 'descending', filter: 'all' },
  subUserColumns: [],
  subUserPanelPx: 372,
  alerts: defaultAlertSettings,
  fullNamesInLog: false,
  trayAccount: 'worst',
  versionCheck: 'unasked',
  askedStartAtLogin: false,
  theme: 'system',
  density: 'normal',
  font: 'inter',
  textSizePercent: textSizes.usual,
  ownEntry: null,
  connectionPresets: [],
  keepSubUserPasswords: false,
  statusFile: false,
  prometheusFile: false,
  statusFileSubUsers: 100,
};

/** Describes what a window may change: known keys, at least one. */
export const settingsChangeSchema = z
  .strictObject({
    ...settingsSchema.shape,
    plan: z.strictObject(planSettingsSchema.shape).partial(),
    alerts: z.strictObject(alertSettingsSchema.shape).partial(),
  })
  .partial()
  .refine((change) => Object.keys(change).length > 0);
export type SettingsChange = z.infer<typeof settingsChangeSchema>;

/** The settings that each account has for itself. All others are the app's, whichever account they are changed in. */
const accountSettings = ['plan', 'alerts', 'refreshIntervalMinutes'] as const satisfies (keyof Settings)[];

/** Returns the settings of an account with those of the app as another account has them. */
export function withAppSettings(own: Settings, app: Settings): Settings {
  return { ...app, ...Object.fromEntries(accountSettings.map((name) => [name, own[name]])) };
}

/** Returns the part of a change that is for all accounts; null if there is none. A pause of the alerts is for all, too. */
export function appChange({ alerts, ...change }: SettingsChange): SettingsChange | null {
  const names = new Set<string>(accountSettings);
  const shared = Object.fromEntries(Object.entries(change).filter(([name]) => !names.has(name)));
  const pause = alerts?.pausedUntil === undefined ? {} : { alerts: { pausedUntil: alerts.pausedUntil } };
  const all: SettingsChange = { ...shared, ...pause };
  return Object.keys(all).length === 0 ? null : all;
}

/**
 * Reads stored settings key by key: an invalid one gets its default, and `whole` is then false. Returns null for a value
 * that holds no settings at all.
 */
export function readSettings(stored: unknown): { value: Settings; whole: boolean } | null {
  if (!isRecord(stored)) return null;
  const { value, whole } = readKeys(settingsSchema, stored, defaultSettings);
  return { value: settingsSchema.parse(value), whole };
}

function readKeys(
  { shape }: z.ZodObject<Record<string, z.ZodType>>,
  stored: Record<string, unknown>,
  defaults: Record<string, unknown>,
): { value: Record<string, unknown>; whole: boolean } {
  const value = { ...defaults };
  let whole = true;
  for (const [key, schema] of Object.entries(shape)) {
    if (!Object.hasOwn(stored, key)) continue;
    const found = stored[key];
    const fallback = defaults[key];
    if (schema instanceof z.ZodObject && isRecord(found) && isRecord(fallback)) {
      const part = readKeys(schema as z.ZodObject<Record<string, z.ZodType>>, found, fallback);
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
