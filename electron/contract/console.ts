import { z } from 'zod';
import { accountIdSchema } from './account.ts';
import { type ApiCall, shownAnswerSchema, tryViewSchema } from './activity.ts';
import { momentSchema } from './bounds.ts';
import { isDay } from './day.ts';
import { commandFailureSchema } from './failure.ts';
import { isSubUserId, subUserIdSchema, subUserStateSchema } from './sub-user.ts';
import { areChanges, isNewSubUser, newSubUserSchema, subUserChangesSchema } from './sub-user-changes.ts';
import { isUsageQuery, usageQuerySchema } from './usage.ts';

/** Describes a call of the API console, with the parameters that the rest of the app sends by the same rules. */
export const consoleCallSchema = z.discriminatedUnion('call', [
  z.strictObject({ call: z.literal('login') }),
  z.strictObject({ call: z.literal('listSubUsers') }),
  z.strictObject({ call: z.literal('monthTotal') }),
  z.strictObject({ call: z.literal('subUserUsage'), id: subUserIdSchema, query: usageQuerySchema }),
  z.strictObject({ call: z.literal('targetUsage'), id: subUserIdSchema, date: z.iso.date() }),
  z.strictObject({ call: z.literal('createSubUser'), subUser: newSubUserSchema }),
  z.strictObject({
    call: z.literal('updateSubUser'),
    id: subUserIdSchema,
    changes: subUserChangesSchema,
    seen: subUserStateSchema.nullable(),
  }),
  z.strictObject({ call: z.literal('deleteSubUser'), id: subUserIdSchema }),
]);
export type ConsoleCall = z.infer<typeof consoleCallSchema>;

/** Returns whether a call can be sent as it is: the schema's rules, for a window. */
export function isConsoleCall(call: ConsoleCall): boolean {
  switch (call.call) {
    case 'createSubUser':
      return isNewSubUser(call.subUser);
    case 'subUserUsage':
      return isSubUserId(call.id) && isUsageQuery(call.query);
    case 'targetUsage':
      return isSubUserId(call.id) && isDay(call.date);
    case 'updateSubUser':
      return isSubUserId(call.id) && areChanges(call.changes);
    case 'deleteSubUser':
      return isSubUserId(call.id);
    default:
      return true;
  }
}

const writes = ['createSubUser', 'updateSubUser', 'deleteSubUser'] as const satisfies ApiCall[];
type WriteName = (typeof writes)[number];
/** A call that changes the account. */
export type ConsoleWrite = Extract<ConsoleCall, { call: WriteName }>;

/** Says whether a call changes the account, so that it is asked about first and sent once. */
export function isWrite<Call extends { call: ApiCall }>(
  call: Call,
): call is Extract<Call, { call: WriteName }> {
  return writes.some((each) => each === call.call);
}

/** Holds what came of a call. Everything is null or empty that did not happen: a refused call sends nothing. */
export const consoleAnswerSchema = z.object({
  /** Why the call failed; null for a success. */
  failure: commandFailureSchema.nullable(),
  /** Each try of its last request. */
  tries: z.array(tryViewSchema).max(100),
  answer: shownAnswerSchema.nullable(),
  /** What a login brought, but never the token itself. */
  token: z.object({ accountId: accountIdSchema, expiresAt: momentSchema }).nullable(),
});
export type ConsoleAnswer = z.infer<typeof consoleAnswerSchema>;
