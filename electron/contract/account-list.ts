import { z } from 'zod';
import { accountEntrySchema, accountKeySchema, mostAccounts } from './accounts.ts';
import { countSchema, dayTextSchema, gbSchema, nameSchema } from './bounds.ts';

/** Describes an account to all windows, whichever account they show. An unknown figure is null. */
export const accountRowSchema = accountEntrySchema.extend({
  username: nameSchema.nullable(),
  state: z.enum(['starting', 'ok', 'stale', 'offline', 'signed-out', 'refused']),
  /** The last refresh failed. */
  failing: z.boolean(),

  /** The traffic of the calendar month, which can be added up. */
  monthGb: gbSchema.nullable(),
  monthFrom: dayTextSchema.nullable(),
  /** Of the plan's own period; without a plan, of the month. */
  usedGb: gbSchema.nullable(),
  planGb: gbSchema.nullable(),
  ofCycle: z.boolean(),
  forecastGb: z.number().nullable(),
  subUsers: countSchema.nullable(),
  alerts: countSchema,
  /** Whether it runs a task of many, or holds the results of one. */
  task: z.enum(['running', 'waiting']).nullable(),
  /** The sub-user that a click wanted to show, or an empty name for a page; until it is shown. */
  wanted: nameSchema.nullable(),
});
export type AccountRow = z.infer<typeof accountRowSchema>;

/** Holds all accounts, and names the one that the rest of a snapshot is about. */
export const accountListSchema = z.object({
  shown: accountKeySchema,
  rows: z.array(accountRowSchema).max(mostAccounts),
});
export type AccountList = z.infer<typeof accountListSchema>;
