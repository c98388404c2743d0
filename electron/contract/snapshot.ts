import { z } from 'zod';
import { keyringSchema, sessionViewSchema } from './account.ts';
import { alertsViewSchema } from './alert.ts';
import { apiFailureSchema } from './failure.ts';
import { focusSchema } from './focus.ts';
import { jobViewSchema } from './job.ts';
import { outlookSchema, planCycleSchema } from './outlook.ts';
import { settingsSchema } from './settings.ts';
import { storageViewSchema } from './storage.ts';
import { subUserSchema } from './sub-user.ts';
import { monthDaysSchema, monthTotalSchema } from './usage.ts';

/** The account's traffic with its age. `month` is null until it was read once. Times are epoch milliseconds. */
export const trafficViewSchema = z.object({
  month: monthTotalSchema.extend({ readAt: z.number() }).nullable(),
  refreshing: z.boolean(),
  /** Three refreshes were missed: the figures must look old. */
  stale: z.boolean(),
  /** Why the last refresh brought nothing; null after a good one. */
  problem: apiFailureSchema.nullable(),
  /** Why there is no refresh at present. */
  paused: z.enum(['offline', 'asleep']).nullable(),
  nextRefreshAt: z.number().nullable(),
});
export type TrafficView = z.infer<typeof trafficViewSchema>;

/** A few sub-users for a glance, nearest to their limit first, with the counts that put them in place. */
export const nearestViewSchema = z.object({
  subUsers: z.array(subUserSchema),
  /** Null until the list was read once. */
  total: z.number().int().nonnegative().nullable(),
  setAside: z.number().int().nonnegative(),
});
export type NearestView = z.infer<typeof nearestViewSchema>;

export const subUsersViewSchema = z.object({
  subUsers: z.array(subUserSchema),
  setAside: z.number().int().nonnegative(),
  readAt: z.number().nullable(),
});
export type SubUsersView = z.infer<typeof subUsersViewSchema>;

/** What the windows need to know of the run and of the machine. */
export const environmentViewSchema = z.object({
  version: z.string(),
  demo: z.boolean(),
  locale: z.string(),
  platform: z.enum(['linux', 'darwin', 'win32']),
  keyring: keyringSchema,
  /** The API's host, where it is not the vendor's own. */
  otherHost: z.string().nullable(),
  /** The system's proxy is the vendor's own, which would bill our requests: they go past it. */
  bypassesProxy: z.boolean(),
  /** False where nothing shows tray icons: then closing a window must not hide the app. */
  trayShown: z.boolean(),
  storage: storageViewSchema,
});
export type EnvironmentView = z.infer<typeof environmentViewSchema>;

/** All that a window can see, in slices: each is sent only when it changed, to windows that watch it. */
export const snapshotSchema = z.object({
  session: sessionViewSchema,
  traffic: trafficViewSchema,
  nearest: nearestViewSchema,
  subUsers: subUsersViewSchema,
  job: jobViewSchema.nullable(),
  /** Null until somebody asked for it. */
  monthDays: monthDaysSchema.nullable(),
  /** Null before the first refresh. */
  outlook: outlookSchema.nullable(),
  alerts: alertsViewSchema,
  cycle: planCycleSchema.nullable(),
  focus: focusSchema.nullable(),
  settings: settingsSchema,
  environment: environmentViewSchema,
});
export type Snapshot = z.infer<typeof snapshotSchema>;
export type SliceName = keyof Snapshot;

export const sliceNameSchema = z.enum([
  'session',
  'traffic',
  'nearest',
  'subUsers',
  'job',
  'monthDays',
  'outlook',
  'alerts',
  'cycle',
  'focus',
  'settings',
  'environment',
] satisfies SliceName[]);

/** The slices that changed. A window drops a change whose revision is not newer than what it holds. */
export type SnapshotChange = { revision: number; slices: Partial<Snapshot> };
export const snapshotChangeSchema: z.ZodType<SnapshotChange> = z.custom<SnapshotChange>(
  (value) =>
    z.object({ revision: z.number().int().nonnegative(), slices: snapshotSchema.partial() }).safeParse(value)
      .success,
);

/** The named slices alone, where they are there: what one window watches. */
export function pickSlices(slices: Partial<Snapshot>, names: readonly SliceName[]): Partial<Snapshot> {
  return Object.fromEntries(names.filter((name) => name in slices).map((name) => [name, slices[name]]));
}
