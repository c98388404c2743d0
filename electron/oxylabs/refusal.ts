import { z } from 'zod';
import type { ApiFailure } from '../contract/failure.ts';
import { isPage, parseJson } from './answer.ts';

/** The API's error body (its `Error` schema); `message` appears in other services of the vendor. */
const errorBodySchema = z.object({ error: z.string().optional(), message: z.string().optional() });
const longestMessage = 300;

/** Converts an answer that is not a success to a failure. `retryAt` is epoch milliseconds. */
export function refusal(status: number, text: string, retryAt: number | null): ApiFailure {
  if (status === 401 || status === 403) {
    if (!isOwnWord(status, text))
      return { kind: 'not-understood', reason: isPage(text) ? 'html' : 'not-json' };
    if (status === 401) return { kind: 'signed-out' };
  }
  if (status === 404) return { kind: 'not-found' };
  // A proxy that asks for a password: Electron 33 passes its answer on, for a tunnel too.
  if (status === 407) return { kind: 'unreachable', reason: 'proxy' };
  if (status === 408) return { kind: 'timed-out' };
  if (status === 429) return { kind: 'rate-limited', retryAt };
  if (status >= 500) return { kind: 'server-fault', status };
  if (status >= 300 && status < 400) return { kind: 'unreachable', reason: 'redirected' };
  return { kind: 'rejected', status, message: vendorMessage(text) };
}

/**
 * Returns whether the API itself refused. A firewall, a proxy or a captive portal answers 401 and 403 too, with a page or
 * a line of text, and must not end a session.
 */
function isOwnWord(status: number, text: string): boolean {
  const body = parseJson(text);
  const isObject = typeof body === 'object' && body !== null && !Array.isArray(body);
  return isObject || (status === 401 && text.trim() === '');
}

/** Returns the vendor's message as one line of plain text. */
function vendorMessage(text: string): string | null {
  const body = errorBodySchema.safeParse(parseJson(text));
  const message = body.data?.error ?? body.data?.message ?? '';
  const line = oneLine(message);
  return line === '' ? null : line.slice(0, longestMessage);
}

/** Returns a text as one line, without what controls or hides its characters. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
}
