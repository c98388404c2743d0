import type { ChannelRequest, Message } from '../message.ts';
import { cutTo } from '../quiet-name.ts';
import { jsonPost } from './json-post.ts';

/** Telegram's limit of a message (core.telegram.org, sendMessage). */
const mostText = 4_096;

/**
 * Returns a message for a bot of Telegram: plain text, since no parse mode is named. What Telegram would find in it by
 * itself (links, names, commands) is broken in each name.
 */
export function telegramRequest(token: string, chat: string, { title, text }: Message): ChannelRequest {
  return jsonPost(`https://api.telegram.org/bot${token}/sendMessage`, {
    chat_id: chat,
    text: cutTo(`${title}\n${text}`.trim(), mostText),
    link_preview_options: { is_disabled: true },
  });
}
