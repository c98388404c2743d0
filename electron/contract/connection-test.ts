import { z } from 'zod';
import { messageSchema, nameSchema } from './bounds.ts';
import { entrySchema, passwordTextSchema, protocolSchema } from './connection.ts';

/** The part of a try at which it ended. */
export const tryStepSchema = z.enum(['connect', 'entry-tls', 'tunnel', 'target-tls', 'answer']);
export type TryStep = z.infer<typeof tryStepSchema>;

/** Lists what can be wrong with a request through the proxy, by what a user can do about it. */
export const tryProblemSchema = z.enum([
  'name-not-found',
  'refused',
  'no-route',
  'silent',
  'closed',
  'not-a-proxy',
  'entry-certificate',
  'entry-no-tls',
  'bad-request',
  'parameters',
  'restricted',
  'authentication',
  'limit',
  'vendor-fault',
  'session',
  'no-exit',
  'exit-fault',
  'target-silent',
  'unknown-answer',
  'no-tunnel',
  'target-certificate',
  'location-html',
  'location-too-large',
  'location-unreadable',
]);
export type TryProblem = z.infer<typeof tryProblemSchema>;

/** Lists why Oxylabs would refuse a sub-user, as far as the list and the plan show it. */
export const connectionCauseSchema = z.enum([
  'prefix',
  'unknown-name',
  'disabled',
  'blocked',
  'over-limit',
  'plan-used-up',
]);
export type ConnectionCause = z.infer<typeof connectionCauseSchema>;

/** Lists what a button can do about a problem. */
export const remedySchema = z.enum([
  'set-password',
  'enable',
  'raise-limit',
  'dashboard',
  'new-session',
  'wider-place',
  'check-entry',
]);
export type Remedy = z.infer<typeof remedySchema>;

/** A username of the proxy, with its parameters: `customer-NAME-cc-DE`. Any other text is shown and refused. */
export const loginSchema = z.string().min(1).max(1_000);

/** Returns the sub-user's name in a login: letters, digits and underscores, so that `-` ends it. */
export function usernameIn(login: string): string {
  return login.replace(/^customer-/, '').split('-')[0] ?? '';
}

/** Asks for one paid request. A null password is the one that is kept on this computer. */
export const connectionTestSchema = z.strictObject({
  login: loginSchema,
  entry: entrySchema,
  /** Of a country's node; empty for the other entries. It becomes part of a host name. */
  country: z.string().regex(/^([A-Za-z]{2})?$/),
  protocol: protocolSchema,
  password: passwordTextSchema.nullable(),
});
export type ConnectionTest = z.infer<typeof connectionTestSchema>;

/** Says why a login would be refused, without any traffic. */
export const knownCausesSchema = z.object({
  causes: z.array(connectionCauseSchema),
  remedies: z.array(remedySchema),
});
export type KnownCauses = z.infer<typeof knownCausesSchema>;

const millisecondsSchema = z.number().int().min(0).max(600_000);

/** Describes where requests leave the proxy network, by databases that disagree now and then. */
export const exitSchema = z.object({
  ip: z.string().max(45),
  /** The country that most databases name, how many do, and how many were asked; null if none names one. */
  country: z
    .object({
      code: z.string().length(2),
      agree: z.number().int().min(1).max(20),
      of: z.number().int().min(1).max(20),
    })
    .nullable(),
  city: nameSchema.nullable(),
  network: nameSchema.nullable(),
});
export type Exit = z.infer<typeof exitSchema>;

/** Says what came of one request through the proxy. `words` are the vendor's own: text, never markup. */
export const connectionReportSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('works'),
    exit: exitSchema,
    /** From the start until the tunnel was open, and until the first byte of the answer. */
    connectMs: millisecondsSchema,
    firstByteMs: millisecondsSchema,
  }),
  z.object({
    kind: z.literal('fails'),
    at: tryStepSchema,
    problem: tryProblemSchema,
    status: z.number().int().min(100).max(999).nullable(),
    words: messageSchema.nullable(),
    causes: z.array(connectionCauseSchema),
    remedies: z.array(remedySchema),
    afterMs: millisecondsSchema,
  }),
  /**
   * Nothing was sent: no password is kept, or the own entry is not proved to lead to Oxylabs.
   */
  z.object({ kind: z.literal('not-tried'), why: z.enum(['no-password', 'no-entry', 'entry-unproved']) }),
]);
export type ConnectionReport = z.infer<typeof connectionReportSchema>;
