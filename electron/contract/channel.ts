import { z } from 'zod';
import { quietHoursSchema } from './alert-settings.ts';
import { countSchema, keySchema, momentSchema } from './bounds.ts';
import { unreachableReasons } from './failure.ts';

/** Lists what a channel can be about: the topics of alerts, and what Guard did. */
export const channelKinds = [
  'limit',
  'budget',
  'run-out',
  'unusual-day',
  'disabled',
  'new-period',
  'guard',
] as const;
export type ChannelKind = (typeof channelKinds)[number];
export const channelKindSchema = z.enum(channelKinds);

const urlSchema = z.string().max(2_000);

/** Holds where a channel is and what lets Oxygauge write there. All of it is a secret: most of these addresses suffice to write. */
const typedAddressSchema = z.discriminatedUnion('service', [
  z.strictObject({ service: z.enum(['slack', 'discord', 'teams']), url: urlSchema }),
  /** The address of the topic. The token is empty for a topic that anyone may write to. */
  z.strictObject({ service: z.literal('ntfy'), url: urlSchema, token: z.string().max(200) }),
  z.strictObject({ service: z.literal('telegram'), token: z.string().max(200), chat: z.string().max(100) }),
  z.strictObject({ service: z.literal('url'), url: urlSchema, signingKey: z.string().max(200) }),
]);
export type ChannelAddress = z.infer<typeof typedAddressSchema>;
export const channelAddressSchema = typedAddressSchema.refine((address) => addressProblem(address) === null);
export type ChannelService = ChannelAddress['service'];

/** Lists why an address cannot be one. The catalogue has a sentence for each. */
export type AddressProblem =
  | 'address'
  | 'slack'
  | 'discord'
  | 'connector'
  | 'topic'
  | 'token'
  | 'chat'
  | 'signingKey';

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);
const slack = /^https:\/\/hooks\.slack(-gov)?\.com\/services\/./;
const discord = /^https:\/\/((canary|ptb)\.)?discord(app)?\.com\/api\/(v\d+\/)?webhooks\/./;
/** Microsoft has ended these; a workflow replaces them. */
const officeConnector = /(^|\.)office(365)?\.com$/;
/** A key of Standard Webhooks is 24 bytes or more; as text, 24 characters. */
const leastKey = 24;

/** Returns what is wrong with an address as the user typed it; null if nothing is. */
export function addressProblem(address: ChannelAddress): AddressProblem | null {
  if (address.service === 'telegram') {
    if (!/^\d{1,20}:[\w-]{30,}$/.test(address.token)) return 'token';
    return /^(-?\d{1,20}|@\w{4,})$/.test(address.chat) ? null : 'chat';
  }
  const url = URL.canParse(address.url) ? new URL(address.url) : null;
  if (url === null || url.username !== '' || url.password !== '' || url.hash !== '') return 'address';
  if (url.protocol !== 'https:' && !isOnThisComputer(url)) return 'address';
  switch (address.service) {
    case 'slack':
      return slack.test(url.href) ? null : 'slack';
    case 'discord':
      return discord.test(url.href) ? null : 'discord';
    case 'teams':
      return officeConnector.test(url.hostname) ? 'connector' : null;
    case 'ntfy':
      if (!/\/[-\w]{1,64}$/.test(url.pathname)) return 'topic';
      return /^[\x21-\x7e]*$/.test(address.token) ? null : 'token';
    case 'url':
      return address.signingKey.length < leastKey ? 'signingKey' : null;
  }
}

/** Returns whether an address is http on this computer, which is for tests. */
export function isOnThisComputer({ protocol, hostname }: URL): boolean {
  return protocol === 'http:' && loopback.has(hostname);
}

const telegramHost = 'api.telegram.org';

export function hostOf(address: ChannelAddress): string {
  return address.service === 'telegram' ? telegramHost : new URL(address.url).host;
}

/** Holds what a user chooses for a channel, apart from its address. */
export const channelChoiceSchema = z.strictObject({
  name: z.string().trim().min(1).max(40),
  kinds: z.array(channelKindSchema).min(1).max(20),
  /** Whether messages name sub-users. */
  names: z.boolean(),
  /** Messages wait until they end, and then arrive as one. */
  quietHours: quietHoursSchema.nullable(),
  /** While it is paused, nothing is sent and nothing new is kept for it. */
  paused: z.boolean(),
});
export type ChannelChoice = z.infer<typeof channelChoiceSchema>;

/** Holds a channel as it is stored. Its address is with the other secrets. */
export const channelSchema = channelChoiceSchema.extend({
  id: keySchema,
  service: z.enum(['slack', 'discord', 'teams', 'ntfy', 'telegram', 'url']),
  host: z.string().max(300),
});
export type Channel = z.infer<typeof channelSchema>;

/** The most channels of an account. */
export const mostChannels = 20;

/** Says what came of a try. `words` are the beginning of the answer, without the secret: text, never markup. */
export const channelAnswerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['sent', 'refused']), status: z.number().int(), words: z.string().max(300) }),
  z.object({
    kind: z.literal('no-answer'),
    reason: z.enum(['timed-out', ...unreachableReasons]),
  }),
  /** The address cannot be read from the keyring. */
  z.object({ kind: z.literal('no-secret') }),
  /** The demo sends nothing. */
  z.object({ kind: z.literal('demo') }),
  /** Oxygauge ended while a message was on its way, so it may have arrived. */
  z.object({ kind: z.literal('unknown') }),
]);
export type ChannelAnswer = z.infer<typeof channelAnswerSchema>;

/** Describes a channel to the windows. */
export const channelViewSchema = channelSchema.extend({
  sentAt: momentSchema.nullable(),
  /** Since when no message has arrived. */
  failingSince: momentSchema.nullable(),
  answer: channelAnswerSchema.nullable(),
  waiting: countSchema,
  lost: countSchema,
  /** Messages that may have arrived. */
  unclear: countSchema,
});
export type ChannelView = z.infer<typeof channelViewSchema>;
