import type { ChannelRequest, Message } from '../message.ts';
import { cutTo } from '../quiet-name.ts';
import { jsonPost } from './json-post.ts';

/** A longer message becomes an attachment: 4,096 bytes, of which a character takes up to three here. */
const mostMessage = 1_300;

/** Returns a message for ntfy, as JSON to the server's root. ntfy reads no markup unless it is asked to. */
export function ntfyRequest(url: string, token: string, { title, text }: Message): ChannelRequest {
  const topic = new URL(url).pathname.split('/').at(-1);
  const server = new URL('.', url);
  server.search = '';
  const message = cutTo(text === '' ? title : text, mostMessage);
  return jsonPost(
    server.href,
    { topic, title: cutTo(title, 250), message },
    token === '' ? {} : { authorization: `Bearer ${token}` },
  );
}
