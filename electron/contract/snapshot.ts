import { z } from 'zod';
import { keyringSchema, sessionViewSchema } from './account.ts';
import { accountListSchema } from './account-list.ts';
import { alertsViewSchema } from './alert.ts';
import { messageSchema, momentSchema } from './bounds.ts';
import { channelViewSchema } from './channel.ts';
import { apiFailureSchema, writeCheckSchema } from './failure.ts';
import { outlookSchema, planCycleSchema } from './forecast.ts';
import { guardViewSchema } from './guard-view.ts';
import { jobViewSchema } from './job.ts';
import { navigationSchema } from './navigation.ts';
import { releasesViewSchema } from './releases.ts';
import { settingsSchema } from './settings.ts';
import { storageViewSchema } from './storage.ts';
import { type SubUserRows, subUserSchema, subUsersViewSchema } from './sub-user.ts';
import { accountDaysSchema, monthDaysSchema, monthTotalSchema } from './usage.ts';

/** Holds the account's traffic with its age. `month` is null until the first reading; times are epoch milliseconds. */
export const trafficViewSchema = z.object({
  month: monthTotalSchema.extend({ readAt: momentSchema }).nullable(),
  refreshing: z.boolean(),
  /** Three refreshes were missed, so the figures must look old. */
  stale: z.boolean(),
  /** Why the last refresh failed; null after a good one. */
  problem: apiFailureSchema.nullable(),
  /** Why there are no refreshes at present. */
  paused: z.enum(['offline', 'asleep']).nullable(),
  nextRefreshAt: momentSchema.nullable(),
});
export type TrafficView = z.infer<typeof trafficViewSchema>;

/** Holds the sub-users nearest to their limit, nearest first, with the counts that put them into proportion. */
export const nearestViewSchema = z.object({
  subUsers: z.array(subUserSchema),
  /** The number of sub-users that have reached their limit and can go on, and of those near it. */
  over: z.number().int().nonnegative(),
  near: z.number().int().nonnegative(),
  /** Null until the list was read. */
  total: z.number().int().nonnegative().nullable(),
  setAside: z.number().int().nonnegative(),
});
export type NearestView = z.infer<typeof nearestViewSchema>;

/** The texts of a run. The pseudo-locales are for development: a packaged app has English only. */
export const textsSchema = z.enum(['en', 'pseudo', 'pseudo-rtl']);
export type Texts = z.infer<typeof textsSchema>;

/** Describes the run and the machine to the windows. */
export const environmentViewSchema = z.object({
  version: messageSchema,
  demo: z.boolean(),
  locale: messageSchema,
  texts: textsSchema,
  platform: z.enum(['linux', 'darwin', 'win32']),
  keyring: keyringSchema,
  /** The API's host, if it is not the vendor's own. */
  otherHost: messageSchema.nullable(),
  /** The system's proxy belongs to the vendor and would bill our requests, so they bypass it. */
  bypassesProxy: z.boolean(),
  /** False if nothing shows tray icons. Closing the window must then not hide the app. */
  trayShown: z.boolean(),
  storage: storageViewSchema,
});
export type EnvironmentView = z.infer<typeof environmentViewSchema>;

/** Lists all that a window can see, in slices. A slice is sent when it changed, to the windows that subscribe to it. */
export const snapshotSchema = z.object({
  session: sessionViewSchema,
  traffic: trafficViewSchema,
  nearest: nearestViewSchema,
  subUsers: subUsersViewSchema,
  job: jobViewSchema.nullable(),
  /** The last writes whose answer was unclear and whose server may be late. */
  checks: z.array(writeCheckSchema),
  /** Null until a window asked for it. */
  monthDays: monthDaysSchema.nullable(),
  /** Null before the first reading. */
  accountDays: accountDaysSchema.nullable(),
  /** Null before the first refresh. */
  outlook: outlookSchema.nullable(),
  alerts: alertsViewSchema,
  channels: z.array(channelViewSchema),
  cycle: planCycleSchema.nullable(),
  /** Null until it is known whether there is a rule. */
  guard: guardViewSchema.nullable(),
  navigation: navigationSchema.nullable(),
  settings: settingsSchema,
  environment: environmentViewSchema,
  releases: releasesViewSchema,
  /** All accounts of the profile, and which of them the rest of the snapshot is about. */
  accountList: accountListSchema,
});
export type Snapshot = z.infer<typeof snapshotSchema>;
export type SliceName = keyof Snapshot;

export const sliceNameSchema = snapshotSchema.keyof();

/**
 * Holds the slices that changed. A window drops a change whose revision is not newer than its own; `subUserRows` replaces
 * `subUsers` once the whole list was sent.
 */
export type SnapshotChange = { revision: number; slices: Partial<Snapshot>; subUserRows?: SubUserRows };

/**
 * A change as it crosses to a window, with the sub-users as JSON: the bridge copies objects value by value, which blocked a
 * window for 1.5 s with 50,000 rows, and copies a text at once.
 */
export type SentChange = {
  revision: number;
  slices: Partial<Omit<Snapshot, 'subUsers'>>;
  list?: string;
};

const sentSchema = z.object({
  revision: z.number().int().nonnegative(),
  slices: snapshotSchema.omit({ subUsers: true }).partial(),
  list: z.string().optional(),
});
export const sentChangeSchema: z.ZodType<SentChange> = z.custom<SentChange>(
  (value) => sentSchema.safeParse(value).success,
);
