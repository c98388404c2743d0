import { z } from 'zod';
import { nameSchema } from './bounds.ts';

/** `own` is the user's name that leads to the standard entry; `country` stands for `CC-pr.oxylabs.io`. */
export const entries = ['standard', 'own', 'country', 'hong-kong', 'beijing'] as const;
export type Entry = (typeof entries)[number];
export const entrySchema = z.enum(entries);

export const protocolSchema = z.enum(['http', 'https', 'socks5']);
export type Protocol = z.infer<typeof protocolSchema>;

/** `strict` never changes the address; `sticky` gets another one after a while. */
export const proxySessionSchema = z.enum(['rotating', 'sticky', 'strict']);
export type ProxySession = z.infer<typeof proxySessionSchema>;

export const connectionFormats = [
  'url',
  'host-port-user-pass',
  'user-pass-at-host-port',
  'host-port-at-user-pass',
  'user-pass-host-port',
  'curl',
  'env-sh',
  'env-powershell',
  'python-requests',
  'python-httpx',
  'scrapy',
  'undici',
  'axios',
  'playwright',
  'puppeteer',
  'foxyproxy',
  'pac',
] as const;
export type ConnectionFormat = (typeof connectionFormats)[number];
const connectionFormatSchema = z.enum(connectionFormats);

/** These hold one line a session; the others are a snippet for one. */
export const lineFormats: ReadonlySet<ConnectionFormat> = new Set([
  'url',
  'host-port-user-pass',
  'user-pass-at-host-port',
  'host-port-at-user-pass',
  'user-pass-host-port',
  'foxyproxy',
]);

/** The continents that the vendor knows. */
export const continents = ['AF', 'AN', 'AS', 'EU', 'NA', 'OC', 'SA'] as const;

/** The most sessions in one text. */
export const mostSessions = 10_000;

/** A field as the user typed it. The rules say what is wrong with it. */
const fieldSchema = z.string().max(100);
const wholeSchema = z.number().int().min(0).max(1e9);

/** Describes how requests should reach the proxy, apart from the sub-user. Empty fields ask for nothing. */
export const connectionChoiceSchema = z.strictObject({
  entry: entrySchema,
  protocol: protocolSchema,
  /** ISO 3166-1 alpha-2. */
  country: fieldSchema,
  continent: fieldSchema,
  city: fieldSchema,
  /** A state of the US, such as `california`. */
  state: fieldSchema,
  postalCode: fieldSchema,
  asn: fieldSchema,
  session: proxySessionSchema,
  /** Null leaves the vendor's 10 minutes. */
  minutes: wholeSchema.nullable(),
  /** The number of sessions. */
  count: wholeSchema,
  format: connectionFormatSchema,
});
export type ConnectionChoice = z.infer<typeof connectionChoiceSchema>;
export type ConnectionField = keyof ConnectionChoice;

/** Describes a text to make: for which sub-user, and which sessions. */
export const connectionOrderSchema = z.strictObject({
  username: nameSchema,
  choice: connectionChoiceSchema,
  /** The beginning of each session's id, so that what is copied is what the preview showed. */
  sessionSeed: z.string().regex(/^[a-z0-9]{4,16}$/),
});
export type ConnectionOrder = z.infer<typeof connectionOrderSchema>;

export const firstChoice: ConnectionChoice = {
  entry: 'standard',
  protocol: 'http',
  country: '',
  continent: '',
  city: '',
  state: '',
  postalCode: '',
  asn: '',
  session: 'rotating',
  minutes: null,
  count: 1,
  format: 'url',
};

/** Returns the order for a sub-user's plain connection: through the own entry where there is one, with no parameter. */
export function plainOrderOf(username: string, ownEntry: string | null): ConnectionOrder {
  const entry = ownEntry === null ? 'standard' : 'own';
  return { username, choice: { ...firstChoice, entry }, sessionSeed: 'plain' };
}

/** Lists why the vendor's proxy would not understand a choice. The catalogue has a sentence for each. */
export const choiceProblemSchema = z.enum([
  'no-own-entry',
  'choose-country',
  'no-node-there',
  'https-only',
  'no-socks-node',
  'no-socks-in-format',
  'not-a-country',
  'not-a-continent',
  'continent-and-country',
  'no-place-at-node',
  'city-needs-country',
  'city-letters',
  'state-needs-us',
  'state-letters',
  'postal-code-needs-us',
  'postal-code-digits',
  'asn-digits',
  'country-wins-over-asn',
  'one-place',
  'no-strict-at-node',
  'no-minutes-at-node',
  'minutes-need-sticky',
  'minutes-range',
  'count-range',
  'count-at-node',
  'count-needs-session',
  'count-in-format',
]);
export type ChoiceProblem = z.infer<typeof choiceProblemSchema>;

/** Lists what works, but may surprise. */
export const choiceWarningSchema = z.enum([
  'own-name-certificate',
  'long-session',
  'unusual-name',
  'no-password-in-format',
]);
export type ChoiceWarning = z.infer<typeof choiceWarningSchema>;

/** Holds what a text would be, with dots for the password, or why there is none. */
export const connectionPreviewSchema = z.object({
  problems: z.array(z.object({ field: connectionChoiceSchema.keyof(), problem: choiceProblemSchema })),
  warnings: z.array(choiceWarningSchema),
  /** Null with problems. */
  text: z.string().nullable(),
  /** The sessions after those that `text` shows. */
  moreSessions: z.number().int().min(0),
  /** The first session's username at the proxy, with its parameters. */
  login: z.string(),
  /** A password of this sub-user is kept on this computer. */
  kept: z.boolean(),
});
export type ConnectionPreview = z.infer<typeof connectionPreviewSchema>;

/** No shell and no program can be given a NUL. */
export const passwordTextSchema = z
  .string()
  .min(1)
  .max(1_024)
  .refine((text) => !text.includes('\0'));

export const mostPresets = 50;

/** Describes a choice that the user named. */
export const presetSchema = z.strictObject({
  name: z.string().min(1).max(60),
  choice: connectionChoiceSchema,
});
export type Preset = z.infer<typeof presetSchema>;

/** Asks for the text itself. A null password is the one that is kept, or the placeholder without one. */
export const connectionTextSchema = z.strictObject({
  order: connectionOrderSchema,
  password: passwordTextSchema.nullable(),
});
export type ConnectionText = z.infer<typeof connectionTextSchema>;

/** Says which password a text holds. */
export const heldPasswordSchema = z.enum(['typed', 'kept', 'placeholder', 'none']);
export type HeldPassword = z.infer<typeof heldPasswordSchema>;

/** Asks for the logins of many sub-users, for the people who will use them. */
export const handOverSchema = z.strictObject({
  usernames: z.array(nameSchema).min(1).max(mostSessions),
  as: z.enum(['text', 'csv']),
  to: z.enum(['clipboard', 'file']),
});
export type HandOver = z.infer<typeof handOverSchema>;
