import { say } from '../../text/say.ts';
import type { WaitingEvent } from './channel-event.ts';
import { quietName } from './quiet-name.ts';

/** What one request to a channel says. Sent again, it keeps its id. */
export type Message = {
  id: string;
  at: number;
  title: string;
  /** Lines; empty for none. */
  text: string;
  /** What the account is called where there are several. */
  account: string | null;
  events: readonly WaitingEvent[];
};

/** What a service wants for a message. */
export type ChannelRequest = { url: string; headers: Record<string, string>; body: string };

/** Services show some twenty lines before they fold a message. */
const mostLines = 20;

/** Combines events into one message: the words of a single one, or a line for each. */
export function messageOf(
  events: readonly WaitingEvent[],
  { id, at, account, locale }: { id: string; at: number; account: string | null; locale: string },
): Message {
  const [only, ...others] = events;
  const count = events.length;
  const title =
    only !== undefined && others.length === 0 ? only.title : say('channel.summary', { count }, locale);
  const text = only !== undefined && others.length === 0 ? only.text : linesOf(events, locale);
  const named =
    account === null ? title : say('notification.ofAccount', { account: quietName(account), title });
  return { id, at, account, events, title: named, text };
}

function linesOf(events: readonly WaitingEvent[], locale: string): string {
  const lines = events.slice(0, mostLines).map(({ title }) => `• ${title}`);
  const left = events.length - lines.length;
  if (left > 0) lines.push(say('channel.more', { count: left }, locale));
  return lines.join('\n');
}

/** Returns the message of a test. */
export function testMessage(parts: {
  id: string;
  at: number;
  account: string | null;
  locale: string;
}): Message {
  const message = messageOf([], parts);
  return { ...message, title: say('channel.testTitle'), text: say('channel.testText') };
}
