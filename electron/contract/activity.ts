import { z } from 'zod';
import { activityBounds, consoleAnswerChars } from './activity-bounds.ts';
import { keySchema, messageSchema, momentSchema, nameSchema } from './bounds.ts';
import { apiFailureSchema } from './failure.ts';
import { subUserIdSchema } from './sub-user.ts';

/** Lists the eight calls of the vendor's Public API. */
export const apiCalls = [
  'login',
  'listSubUsers',
  'createSubUser',
  'subUserUsage',
  'updateSubUser',
  'deleteSubUser',
  'targetUsage',
  'monthTotal',
] as const;
export type ApiCall = (typeof apiCalls)[number];
const apiCallSchema = z.enum(apiCalls);

const durationSchema = z.number().min(0).max(1e9);
const sizeSchema = z.number().int().min(0).max(1e9);
const statusSchema = z.number().int().min(0).max(999).nullable();

/** Describes one try of a request: null is a success or, of the status, that no answer came. */
export const tryViewSchema = z.object({
  status: statusSchema,
  durationMs: durationSchema,
  bytes: sizeSchema,
  failure: apiFailureSchema.nullable(),
});
export type TryView = z.infer<typeof tryViewSchema>;

/** Describes a request without its secrets: where a body sets a password, it only says so. */
export const sentRequestSchema = z.object({
  call: apiCallSchema,
  method: z.enum(['GET', 'POST', 'PATCH', 'DELETE']),
  /** With the query, without the API's address. */
  path: messageSchema,
  subUserId: subUserIdSchema.nullable(),
  /** The name that signs in, of a login alone. */
  username: nameSchema.nullable(),
  body: z
    .object({
      fields: z.record(keySchema, z.union([nameSchema, z.number(), z.boolean(), z.null()])),
      setsPassword: z.boolean(),
    })
    .nullable(),
});
export type SentRequest = z.infer<typeof sentRequestSchema>;

/** What came of a request: under way, done, or why it failed. */
export const callOutcomeSchema = z.union([z.enum(['under-way', 'done']), apiFailureSchema]);
export type CallOutcome = z.infer<typeof callOutcomeSchema>;

/** Holds one request as the table shows it. Its number counts the requests of this run from 1. */
export const activityEntrySchema = z.object({
  number: z.number().int().positive(),
  at: momentSchema,
  request: sentRequestSchema,
  /** Of the last try; null while none has ended, or no answer came. */
  status: statusSchema,
  tries: z.number().int().min(0).max(100),
  /** Of all tries with their pauses; null while it is under way. */
  durationMs: durationSchema.nullable(),
  bytes: sizeSchema,
  outcome: callOutcomeSchema,
});
export type ActivityEntry = z.infer<typeof activityEntrySchema>;

/** Holds the beginning of an answer's body, without its secrets. */
export const shownAnswerSchema = z.object({ text: z.string().max(consoleAnswerChars), cut: z.boolean() });
export type ShownAnswer = z.infer<typeof shownAnswerSchema>;

/** Holds what the table leaves out: each try, and the last answer. */
export const exchangeSchema = z.object({
  entry: activityEntrySchema,
  tries: z.array(tryViewSchema).max(100),
  answer: shownAnswerSchema.nullable(),
});
export type Exchange = z.infer<typeof exchangeSchema>;

/** Holds the entries that changed after a revision; those numbered below `oldest` are no longer kept. */
export const activityNewsSchema = z.object({
  revision: z.number().int().nonnegative(),
  oldest: z.number().int().positive(),
  entries: z.array(activityEntrySchema).max(activityBounds.entries),
});
export type ActivityNews = z.infer<typeof activityNewsSchema>;
