import { z } from 'zod';
import type { ApiFailure } from '../contract/failure.ts';
import { parseJson } from './answer-text.ts';

/** The API's error body (its `Error` schema); `message` has been seen in other services of the vendor. */
const errorBodySchema = z.object({ error: z.string().optional(), message: z.string().optional() });
const longestMessage = 300;

/** What an answer that is not a success means. `retryAt` is epoch milliseconds. */
export function refusal(status: number, text: string, retryAt: number | null): ApiFailure {
  if (status === 401) return { kind: 'signed-out' };
  if (status === 404) return { kind: 'not-found' };
  if (status === 407) return { kind: 'unreachable', reason: 'proxy' };
  if (status === 408) return { kind: 'timed-out' };
  if (status === 429) return { kind: 'rate-limited', retryAt };
  if (status >= 500) return { kind: 'server-fault', status };
  if (status >= 300 && status < 400) return { kind: 'unreachable', reason: 'redirected' };
  return { kind: 'rejected', status, message: vendorMessage(text) };
}

/** The vendor's own words, as one line of plain text. */
function vendorMessage(text: string): string | null {
  const body = errorBodySchema.safeParse(parseJson(text));
  const message = body.data?.error ?? body.data?.message ?? '';
  const line = message.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
  return line === '' ? null : line.slice(0, longestMessage);
}
