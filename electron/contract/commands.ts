import { z } from 'zod';
import { accountIdSchema } from './account.ts';
import { accountKeySchema, accountLabelSchema } from './accounts.ts';
import { activityNewsSchema, exchangeSchema } from './activity.ts';
import { keySchema, momentSchema, nameSchema } from './bounds.ts';
import { channelAddressSchema, channelAnswerSchema, channelChoiceSchema } from './channel.ts';
import {
  connectionOrderSchema,
  connectionPreviewSchema,
  connectionTextSchema,
  handOverSchema,
  heldPasswordSchema,
  passwordTextSchema,
} from './connection.ts';
import {
  connectionReportSchema,
  connectionTestSchema,
  knownCausesSchema,
  loginSchema,
} from './connection-test.ts';
import { consoleAnswerSchema, consoleCallSchema } from './console.ts';
import { type CommandFailure, failed, type Outcome, succeeded } from './failure.ts';
import { forecastSchema } from './forecast.ts';
import { guardRuleSchema, ruleIdSchema, ruleSubUsersSchema } from './guard.ts';
import { guardDryRunSchema } from './guard-dry-run.ts';
import { guardJournalPageSchema } from './guard-view.ts';
import { jobOrderSchema } from './job.ts';
import { linkNameSchema } from './link.ts';
import { managerViewSchema } from './manager-view.ts';
import { placeSchema } from './navigation.ts';
import { entryReportSchema, hostNameSchema } from './own-entry.ts';
import { settingsChangeSchema } from './settings.ts';
import { sentChangeSchema, sliceNameSchema } from './snapshot.ts';
import { startAtLoginSchema } from './start-at-login.ts';
import { subUserIdSchema, subUserStateSchema } from './sub-user.ts';
import { newSubUserSchema, subUserChangesSchema } from './sub-user-changes.ts';
import {
  monthReadSchema,
  moversSchema,
  recentDaysOfSchema,
  targetTrafficSchema,
  usageQuerySchema,
  usageSeriesSchema,
} from './usage.ts';

const nothing = z.null();

/**
 * Lists every command that a window can send: its name, input and output. A handler table without one of them does not
 * compile, and nothing else passes the boundary.
 */
export const commands = {
  /** Subscribes the calling window to slices, and returns their current values. */
  subscribe: {
    input: z.strictObject({ slices: z.array(sliceNameSchema).min(1).max(20) }),
    output: sentChangeSchema,
  },
  refresh: { input: nothing, output: nothing },
  signIn: {
    input: z.strictObject({ username: z.string().min(1).max(256), password: z.string().min(1).max(1024) }),
    /** `prefixRemoved`: a pasted `customer-` was removed from the username. */
    output: z.object({ username: z.string(), prefixRemoved: z.boolean() }),
  },
  /** Signs in with the saved password that Oxylabs refused. */
  retrySignIn: { input: nothing, output: nothing },
  /** Deletes the secret. Readings stay for the next sign-in. */
  signOut: { input: nothing, output: nothing },
  /** Signs out and erases everything that is stored about the account, which the window has to name. */
  forgetAccount: { input: z.strictObject({ accountId: accountIdSchema }), output: nothing },
  changeSettings: { input: settingsChangeSchema, output: nothing },
  /** Shows another account in the windows. A window's other commands are for the account that it shows. */
  showAccount: { input: z.strictObject({ key: accountKeySchema }), output: nothing },
  /** Opens another account and shows it, for its sign-in. */
  addAccount: { input: nothing, output: nothing },
  labelAccount: {
    input: z.strictObject({ key: accountKeySchema, label: accountLabelSchema }),
    output: nothing,
  },
  /** Takes an account that is signed out off the list, and erases everything that is stored about it. */
  removeAccount: { input: z.strictObject({ key: accountKeySchema }), output: nothing },
  /** Restarts with the simulated account, or with the real one. Does nothing while that would lose something. */
  switchDemo: { input: z.strictObject({ on: z.boolean() }), output: nothing },
  /** Returns whether the app starts with the session, as the system has it now. */
  readStartAtLogin: { input: nothing, output: startAtLoginSchema },
  setStartAtLogin: { input: z.strictObject({ on: z.boolean() }), output: startAtLoginSchema },
  /** Shows the manager, at the target if there is one. */
  openManager: { input: z.strictObject({ target: placeSchema.nullable() }), output: nothing },
  /** Sends exactly one POST. `id` is null if the API returned none; the next refresh lists it. */
  createSubUser: { input: newSubUserSchema, output: z.object({ id: subUserIdSchema.nullable() }) },
  /** Sends exactly one PATCH with what changed, unless the sub-user differs from `seen`. */
  updateSubUser: {
    input: z.strictObject({
      id: subUserIdSchema,
      changes: subUserChangesSchema,
      seen: subUserStateSchema.nullable(),
    }),
    output: nothing,
  },
  /** Removes the last word about a write without a clear answer, once the user has read it. */
  dismissCheck: { input: z.strictObject({ check: keySchema }), output: nothing },
  deleteSubUser: { input: z.strictObject({ id: subUserIdSchema }), output: nothing },
  /** Starts a task of many requests and returns once it runs. Its progress is in the slice `job`. */
  startJob: { input: jobOrderSchema, output: nothing },
  cancelJob: { input: nothing, output: nothing },
  /** Continues an interrupted job: settles by the list what is not known, and then does only what is left. */
  continueJob: { input: nothing, output: nothing },
  /** Sends new passwords for the sub-users of the last job whose password is not certain. */
  renewJobPasswords: { input: nothing, output: nothing },
  /** Discards the last job's results, with the passwords that were generated in it. */
  closeJob: { input: nothing, output: nothing },
  /** Asks for a file, and writes the results to it as CSV, with the generated passwords. */
  saveJobResults: { input: nothing, output: z.object({ saved: z.boolean() }) },
  /** Keeps the passwords of the last job's sub-users on this computer. `left` counts those that were not kept. */
  keepJobPasswords: {
    input: nothing,
    output: z.object({
      kept: z.number().int().min(0),
      left: z.number().int().min(0),
      /** False without a keyring: until Oxygauge quits. */
      lasts: z.boolean(),
    }),
  },
  readUsage: {
    input: z.strictObject({ id: subUserIdSchema, query: usageQuerySchema }),
    output: usageSeriesSchema,
  },
  /** Reads one day, `YYYY-MM-DD`. The API has the last 30. */
  readTargets: {
    input: z.strictObject({ id: subUserIdSchema, date: z.iso.date() }),
    output: targetTrafficSchema,
  },
  /** Returns where a sub-user's period will end, and when its limit is reached. */
  readForecast: { input: z.strictObject({ id: subUserIdSchema }), output: forecastSchema },
  /** Returns when the sub-users that a window shows will likely reach their limit, in their order; null where they do not. */
  readRunOuts: {
    input: z.strictObject({ ids: z.array(subUserIdSchema).min(1).max(200) }),
    output: z.object({ at: z.array(momentSchema.nullable()) }),
  },
  /** Returns the recent days of the sub-users that a window shows, from the local history. */
  readRecentDays: {
    input: z.strictObject({ ids: z.array(subUserIdSchema).min(1).max(200) }),
    output: recentDaysOfSchema,
  },
  /** Returns the sub-users whose yesterday differs most from their usual day, from the local history. */
  readMovers: { input: nothing, output: moversSchema },
  /** Returns the account's last twelve months, from the local history. */
  readMonths: { input: nothing, output: z.array(monthReadSchema) },
  /** Returns the requests that changed after a revision. Waits for one while there is none, so that no window has to poll. */
  readActivity: {
    input: z.strictObject({ after: z.number().int().nonnegative() }),
    output: activityNewsSchema,
  },
  /** Returns each try of a request and its answer; null if it is no longer kept. */
  readExchange: {
    input: z.strictObject({ number: z.number().int().positive() }),
    output: exchangeSchema.nullable(),
  },
  /** Copies a request to the clipboard, without its secrets. */
  copyExchange: {
    input: z.strictObject({ number: z.number().int().positive(), as: z.enum(['curl', 'support']) }),
    output: nothing,
  },
  /** Sends one call of the API, as the forms do: a write is checked and sent once. */
  runCall: { input: consoleCallSchema, output: consoleAnswerSchema },
  /** Shows a test notification, and returns whether the system accepted it. */
  testNotification: {
    input: nothing,
    output: z.object({ outcome: z.enum(['shown', 'failed', 'unanswered']) }),
  },
  /** Keeps a channel. `lasts` is false without a keyring: its address is forgotten when Oxygauge quits. */
  addChannel: {
    input: z.strictObject({ address: channelAddressSchema, choice: channelChoiceSchema }),
    output: z.object({ channel: keySchema, lasts: z.boolean() }),
  },
  changeChannel: {
    input: z.strictObject({ channel: keySchema, choice: channelChoiceSchema }),
    output: nothing,
  },
  /** Sends one test to a channel, and returns what it answered. */
  testChannel: { input: z.strictObject({ channel: keySchema }), output: channelAnswerSchema },
  /** Removes a channel, with its address and what waits for it. */
  removeChannel: { input: z.strictObject({ channel: keySchema }), output: nothing },
  /** Asks for a file, and writes all stored readings, alerts or Guard's journal to it as CSV. */
  exportRecord: {
    input: z.strictObject({ what: z.enum(['history', 'alerts', 'guard']) }),
    output: z.object({ saved: z.boolean() }),
  },
  /** Sets a rule of Guard, or replaces the one with its id. It acts from now on. */
  setGuardRule: { input: z.strictObject({ rule: guardRuleSchema }), output: nothing },
  /** Returns what a rule would have done over the last month, by the local history. */
  dryRunGuardRule: { input: z.strictObject({ rule: guardRuleSchema }), output: guardDryRunSchema },
  /** Removes a rule. What it had changed is put back. */
  removeGuardRule: { input: z.strictObject({ rule: ruleIdSchema }), output: nothing },
  /** Sets off a brake or a rule about unusual days now. */
  pullGuardRule: { input: z.strictObject({ rule: ruleIdSchema }), output: nothing },
  /** Enables again what a brake or a rule about unusual days has disabled. */
  putBackGuardRule: { input: z.strictObject({ rule: ruleIdSchema }), output: nothing },
  /** Takes back a write of Guard, if it still applies, and pauses the rules about it. */
  undoGuardAct: { input: z.strictObject({ act: keySchema }), output: nothing },
  /** Goes on with sub-users for which rules pause, from how each is now. Returns those of which that is not known. */
  resumeGuard: {
    input: z.strictObject({ ids: ruleSubUsersSchema }),
    output: z.object({ unknown: z.array(subUserIdSchema) }),
  },
  /** Returns rows of Guard's journal, newest first: all, or of sub-users with a text in their name; from where the last page ended. */
  readGuardJournal: {
    input: z.strictObject({ search: z.string().max(128), before: z.string().max(32).nullable() }),
    output: guardJournalPageSchema,
  },
  /** Makes one paid request through the proxy, and returns what came of it. It is never tried again. */
  testConnection: { input: connectionTestSchema, output: connectionReportSchema },
  /** Returns why the proxy would refuse a login, by what is known without a request. */
  explainConnection: { input: z.strictObject({ login: loginSchema }), output: knownCausesSchema },
  /** Walks the steps from an own entry name to Oxylabs. It sends no login, so nothing is billed. */
  checkEntry: { input: z.strictObject({ name: hostNameSchema }), output: entryReportSchema },
  /** Returns what a text to copy would be, with dots for the password. */
  previewConnection: { input: connectionOrderSchema, output: connectionPreviewSchema },
  /** Copies the text, with the password that is typed or kept. One with a password is cleared after a while. */
  copyConnection: { input: connectionTextSchema, output: z.object({ held: heldPasswordSchema }) },
  /** Asks for a file, and writes the text to it. */
  saveConnection: {
    input: connectionTextSchema,
    output: z.object({ saved: z.boolean(), held: heldPasswordSchema }),
  },
  /** Keeps a sub-user's password on this computer, encrypted as the sign-in is; without a keyring, for this run. */
  keepPassword: {
    input: z.strictObject({ username: nameSchema, password: passwordTextSchema }),
    output: z.object({ lasts: z.boolean() }),
  },
  /** Returns the sub-users whose passwords are kept. */
  readKeptPasswords: { input: nothing, output: z.object({ usernames: z.array(nameSchema) }) },
  /** Returns a kept password for a user who asked to see it; null if there is none that can be read. */
  revealPassword: {
    input: z.strictObject({ username: nameSchema }),
    output: z.object({ password: z.string().nullable() }),
  },
  forgetPassword: { input: z.strictObject({ username: nameSchema }), output: nothing },
  /** Copies or writes the logins of sub-users with their kept passwords. `done` is false if the user cancelled. */
  handOver: {
    input: handOverSchema,
    output: z.object({ done: z.boolean(), withPassword: z.number().int().min(0) }),
  },
  /** Returns where the manager was left. */
  readView: { input: nothing, output: managerViewSchema },
  /** Keeps where the manager is, for the next time that it opens. */
  saveView: { input: managerViewSchema, output: nothing },
  /** Confirms that the manager shows what it was asked to. */
  navigationTaken: { input: z.strictObject({ nonce: z.number().int() }), output: nothing },
  /** Asks for a file, and writes the text to it. `saved` is false if the user cancelled. */
  saveText: {
    input: z.strictObject({ suggestedName: z.string().min(1).max(200), text: z.string().max(50_000_000) }),
    output: z.object({ saved: z.boolean() }),
  },
  /** Copies a text to the clipboard. A secret is cleared after a while, if it is still there. */
  copyText: {
    input: z.strictObject({ text: z.string().min(1).max(2_000), secret: z.boolean() }),
    output: nothing,
  },
  /** Copies what helps to find a fault (versions, counts and the log, without names) to the clipboard. */
  copyDiagnostics: { input: nothing, output: nothing },
  /** Opens one of the known pages in the user's browser. */
  openLink: { input: z.strictObject({ to: linkNameSchema }), output: nothing },
  /** Says whether the manager holds something that its end would lose, such as a new password. Quitting then waits. */
  holdWindow: { input: z.strictObject({ holds: z.boolean() }), output: nothing },
  hidePopover: { input: nothing, output: nothing },
  /** Makes the popover as tall as its content, in CSS pixels. */
  fitPopover: { input: z.strictObject({ heightPx: z.number().int().min(1).max(10_000) }), output: nothing },
  /** Ends the app, unless that would lose what the manager holds. */
  quit: { input: nothing, output: nothing },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;

export type Commands = typeof commands;
export type CommandName = keyof Commands;
export type CommandInput<Name extends CommandName> = z.infer<Commands[Name]['input']>;
export type CommandOutput<Name extends CommandName> = z.infer<Commands[Name]['output']>;
export type CommandOutcome<Name extends CommandName> = Outcome<CommandOutput<Name>, CommandFailure>;

/** Maps each command to its handler. `Sender` is what the boundary knows about the calling window. */
export type CommandHandlers<Sender, Names extends CommandName = CommandName> = {
  [Name in Names]: (input: CommandInput<Name>, sender: Sender) => Promise<CommandOutcome<Name>>;
};

/** Checks what a window sent with a command. A failure names the places of the problems, and never a value, which may be a password. */
export function readInput<Name extends CommandName>(
  name: Name,
  input: unknown,
): Outcome<CommandInput<Name>, CommandFailure> {
  const parsed = parsedOf(commands[name].input, input);
  if (parsed === null) return failed({ kind: 'invalid-input', problems: [`${name}: unreadable.`] });
  if (parsed.success) return succeeded(parsed.data as CommandInput<Name>);
  const problems = parsed.error.issues
    .slice(0, 5)
    .map(({ path, code }) => `${path.join('.') || name}: ${code}.`);
  return failed({ kind: 'invalid-input', problems });
}

/** Returns null where zod itself throws: it compares the `length` of what is no list (zod 4.6, `checks.ts`). */
function parsedOf(schema: z.ZodType, input: unknown) {
  try {
    return schema.safeParse(input);
  } catch {
    return null;
  }
}
