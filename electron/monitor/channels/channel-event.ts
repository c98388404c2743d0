import { z } from 'zod';
import type { Alert, AlertFacts } from '../../contract/alert.ts';
import { keySchema, momentSchema, nameSchema } from '../../contract/bounds.ts';
import { type Channel, type ChannelKind, channelKindSchema } from '../../contract/channel.ts';
import type { GuardNews } from '../../contract/guard-news.ts';
import { alertText } from '../../text/alert.ts';
import { guardNewsText } from '../../text/guard-news.ts';
import type { NotificationText } from '../../text/notification.ts';
import { say } from '../../text/say.ts';
import { cutTo, quietName } from './quiet-name.ts';

/** Describes something that channels may be interested in. One with the same id is sent once. */
export type ChannelEvent = {
  id: string;
  at: number;
  kind: ChannelKind;
  /** The sub-user that it is about; null for several or for the account. */
  username: string | null;
  /** The figures, for programs. */
  facts: Record<string, string | number | boolean | null>;
  /** Returns the words. They hold no other name than the one that is given. */
  text: (name: string) => NotificationText;
};

/** Holds an event as it waits for one channel: what that channel must not show is not in it. */
export const waitingEventSchema = z.object({
  id: keySchema,
  at: momentSchema,
  kind: channelKindSchema,
  title: z.string().max(300),
  text: z.string().max(1_000),
  username: nameSchema.nullable(),
  facts: z.record(keySchema, z.union([z.string().max(100), z.number(), z.boolean()]).nullable()),
});
export type WaitingEvent = z.infer<typeof waitingEventSchema>;

/** Returns an event as a channel shows it; null if the channel is not about that. */
export function eventFor({ kinds, names, paused }: Channel, event: ChannelEvent): WaitingEvent | null {
  if (paused || !kinds.includes(event.kind)) return null;
  const { id, at, kind, facts, username } = event;
  const { title, body } = event.text(
    names && username !== null ? quietName(username) : say('channel.someone'),
  );
  const shown = { title: cutTo(title, 300), text: cutTo(body, 1_000) };
  return { id, at, kind, ...shown, username: names ? username : null, facts };
}

const kindOf: Record<AlertFacts['rule'], ChannelKind> = {
  limit: 'limit',
  'over-limit-running': 'limit',
  budget: 'budget',
  'will-run-out': 'run-out',
  'unusual-day': 'unusual-day',
  'disabled-by-vendor': 'disabled',
  'period-reset': 'new-period',
};

/** Returns an alert as an event for channels. */
export function eventOfAlert({ id, at, subject, facts }: Alert, locale: string): ChannelEvent {
  const username = subject.kind === 'account' ? null : subject.username;
  return {
    ...{ id, at, username, facts },
    kind: kindOf[facts.rule],
    text: (name) =>
      alertText(
        { subject: subject.kind === 'account' ? subject : { ...subject, username: name }, facts },
        locale,
      ),
  };
}

/** Returns something that Guard did as an event for channels. */
export function eventOfNews(news: GuardNews, of: { id: string; at: number }, locale: string): ChannelEvent {
  const { kind, username, why } = news;
  return {
    ...of,
    kind: 'guard',
    username,
    facts: { act: kind, why: why.join(' ') },
    text: (name) => guardNewsText([{ ...news, username: name }], locale),
  };
}
