import { z } from 'zod';
import { accountIdSchema } from './account.ts';
import type { CommandFailure, Outcome } from './failure.ts';
import { focusTargetSchema } from './focus.ts';
import { forecastSchema } from './forecast.ts';
import { jobOrderSchema } from './job.ts';
import { linkNameSchema } from './link.ts';
import { settingsChangeSchema } from './settings.ts';
import { sliceNameSchema, snapshotChangeSchema } from './snapshot.ts';
import { subUserIdSchema, subUserStateSchema } from './sub-user.ts';
import { newSubUserSchema, subUserChangesSchema } from './sub-user-changes.ts';
import { targetReportSchema, usageQuerySchema, usageSeriesSchema } from './usage.ts';

const nothing = z.null();

/**
 * Every command that a window can give: name → input, output. A handler table that misses one does not compile,
 * and nothing that is not in here passes the boundary.
 */
export const commands = {
  /** Subscribes the calling window to slices and answers with all of them as they are now. */
  watch: {
    input: z.strictObject({ slices: z.array(sliceNameSchema).min(1).max(20) }),
    output: snapshotChangeSchema,
  },
  refresh: { input: nothing, output: nothing },
  signIn: {
    input: z.strictObject({ username: z.string().min(1).max(256), password: z.string().min(1).max(1024) }),
    /** `prefixRemoved`: a pasted `customer-` was taken off the username. */
    output: z.object({ username: z.string(), prefixRemoved: z.boolean() }),
  },
  /** The secret goes; what was read stays for the next time. */
  signOut: { input: nothing, output: nothing },
  /** Signs out and erases all that is kept of the account here. It has to be named. */
  forgetAccount: { input: z.strictObject({ accountId: accountIdSchema }), output: nothing },
  changeSettings: { input: settingsChangeSchema, output: nothing },
  /** Shows the manager, at a place in it or as it is. */
  openManager: { input: z.strictObject({ target: focusTargetSchema.nullable() }), output: nothing },
  /** Exactly one POST. `id` is null where the API told none; the list has it after the next refresh. */
  createSubUser: { input: newSubUserSchema, output: z.object({ id: subUserIdSchema.nullable() }) },
  /** Exactly one PATCH of what changed, unless the sub-user is no longer as `seen`. */
  updateSubUser: {
    input: z.strictObject({
      id: subUserIdSchema,
      changes: subUserChangesSchema,
      seen: subUserStateSchema.nullable(),
    }),
    output: nothing,
  },
  deleteSubUser: { input: z.strictObject({ id: subUserIdSchema }), output: nothing },
  /** Begins what takes many requests. It answers once it runs; how far it is, is in the slice `job`. */
  startJob: { input: jobOrderSchema, output: nothing },
  cancelJob: { input: nothing, output: nothing },
  /** Forgets the last job's results, and the passwords that were made in it. */
  closeJob: { input: nothing, output: nothing },
  /** Asks where, and writes the results there as CSV, with the passwords that were made. */
  saveJobReport: { input: nothing, output: z.object({ saved: z.boolean() }) },
  readUsage: {
    input: z.strictObject({ id: subUserIdSchema, query: usageQuerySchema }),
    output: usageSeriesSchema,
  },
  /** One day, `YYYY-MM-DD`; the API has the last 30. */
  readTargets: {
    input: z.strictObject({ id: subUserIdSchema, date: z.iso.date() }),
    output: targetReportSchema,
  },
  /** Where a sub-user's period will end, and when its limit is reached. */
  readForecast: { input: z.strictObject({ id: subUserIdSchema }), output: forecastSchema },
  /** Shows a notification as a test, and tells whether the system took it. */
  testNotification: {
    input: nothing,
    output: z.object({ outcome: z.enum(['shown', 'failed', 'unanswered']) }),
  },
  /** Asks where, and writes what was read or told as CSV, as far back as it is kept. */
  exportRecord: {
    input: z.strictObject({ what: z.enum(['history', 'alerts']) }),
    output: z.object({ saved: z.boolean() }),
  },
  /** The manager shows what it was asked to. */
  focusTaken: { input: z.strictObject({ nonce: z.number().int() }), output: nothing },
  /** Asks where, and writes there. `saved` is false where the person thought better of it. */
  saveText: {
    input: z.strictObject({ suggestedName: z.string().min(1).max(200), text: z.string().max(50_000_000) }),
    output: z.object({ saved: z.boolean() }),
  },
  /** Puts a text on the clipboard; a secret is taken off again after a while, if it is still there. */
  copyText: {
    input: z.strictObject({ text: z.string().min(1).max(2_000), secret: z.boolean() }),
    output: nothing,
  },
  /** Puts on the clipboard what helps to find a fault: versions, words, counts and the log, without a name in it. */
  copyDiagnostics: { input: nothing, output: nothing },
  /** Opens a page outside in the person's browser: one of ours, by its name. */
  openLink: { input: z.strictObject({ to: linkNameSchema }), output: nothing },
  hidePopover: { input: nothing, output: nothing },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;

export type Commands = typeof commands;
export type CommandName = keyof Commands;
export type CommandInput<Name extends CommandName> = z.infer<Commands[Name]['input']>;
export type CommandOutput<Name extends CommandName> = z.infer<Commands[Name]['output']>;
export type CommandOutcome<Name extends CommandName> = Outcome<CommandOutput<Name>, CommandFailure>;

/** What answers the commands: one handler each. `Sender` is whatever the boundary knows of the calling window. */
export type CommandHandlers<Sender, Names extends CommandName = CommandName> = {
  [Name in Names]: (input: CommandInput<Name>, sender: Sender) => Promise<CommandOutcome<Name>>;
};
