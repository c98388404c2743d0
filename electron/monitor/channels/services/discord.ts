import type { ChannelRequest, Message } from '../message.ts';
import { cutTo } from '../quiet-name.ts';
import { jsonPost } from './json-post.ts';

/** Discord's limit of a message. Escaped, a text may be twice as long. */
const mostContent = 2_000;
const mostText = 750;
/** No preview of any link. */
const suppressEmbeds = 1 << 2;

/**
 * Returns a message for a webhook of Discord, without mentions. Discord's Markdown is escaped by backslashes; `wait`
 * has it answer once the message is saved, and not before.
 */
export function discordRequest(url: string, { title, text }: Message): ChannelRequest {
  const waiting = new URL(url);
  waiting.searchParams.set('wait', 'true');
  const words = `**${escaped(cutTo(title, 200))}**\n${escaped(cutTo(text, mostText))}`;
  return jsonPost(waiting.href, {
    content: cutTo(words.trim(), mostContent),
    allowed_mentions: { parse: [] },
    flags: suppressEmbeds,
  });
}

function escaped(text: string): string {
  return text.replace(/[\\*_~`|>#<[\]():@]/g, '\\$&');
}
