import { createHmac } from 'node:crypto';
import type { ChannelRequest, Message } from '../message.ts';
import { jsonPost } from './json-post.ts';

const base64Key = 'whsec_';

/**
 * Returns a message for a program of the user's, signed as Standard Webhooks has it: HMAC-SHA256 over id, time and body. A
 * try again has the same id, by which a server sees that it has the message already.
 */
export function urlRequest(url: string, signingKey: string, message: Message, now: number): ChannelRequest {
  const { id, at, title, text, account, events } = message;
  const request = jsonPost(url, {
    ...{ id, at: new Date(at).toISOString(), title, text, account },
    events: events.map((event) => ({ ...event, at: new Date(event.at).toISOString() })),
  });
  const seconds = `${Math.floor(now / 1_000)}`;
  const key = signingKey.startsWith(base64Key)
    ? Buffer.from(signingKey.slice(base64Key.length), 'base64')
    : Buffer.from(signingKey);
  const signature = createHmac('sha256', key).update(`${id}.${seconds}.${request.body}`).digest('base64');
  return {
    ...request,
    headers: {
      ...request.headers,
      'webhook-id': id,
      'webhook-timestamp': seconds,
      'webhook-signature': `v1,${signature}`,
    },
  };
}
