import { z } from 'zod';

/** All settings, each with its default: an empty file is a valid one. */
export const settingsSchema = z.object({
  refreshIntervalMinutes: z.number().int().min(1).max(60).default(5),
  /** The person's opt-in: keep the sign-in on a machine whose system offers no keyring. */
  keepWithoutKeyring: z.boolean().default(false),
});
export type Settings = z.infer<typeof settingsSchema>;

/** What a window may change: known keys only, at least one. */
export const settingsChangeSchema = z
  .strictObject({
    refreshIntervalMinutes: settingsSchema.shape.refreshIntervalMinutes.unwrap().optional(),
    keepWithoutKeyring: z.boolean().optional(),
  })
  .refine((change) => Object.keys(change).length > 0, 'Nothing to change.');
export type SettingsChange = z.infer<typeof settingsChangeSchema>;

export const defaultSettings: Settings = settingsSchema.parse({});
