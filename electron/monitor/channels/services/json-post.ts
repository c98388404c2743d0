import type { ChannelRequest } from '../message.ts';

/** Returns a request with a body of JSON. */
export function jsonPost(url: string, value: unknown, headers: Record<string, string> = {}): ChannelRequest {
  return { url, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(value) };
}
