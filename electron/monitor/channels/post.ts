import { z } from 'zod';
import type { ChannelAnswer } from '../../contract/channel.ts';
import { parseJson } from '../../oxylabs/answer.ts';
import { readBody } from '../../oxylabs/body.ts';
import { deadline, withinSignal } from '../../oxylabs/deadline.ts';
import { networkFailure } from '../../oxylabs/network-errors.ts';
import { shownAnswer } from '../../oxylabs/redact.ts';
import { oneLine } from '../../oxylabs/refusal.ts';
import { readRetryAfter } from '../../oxylabs/retry-after.ts';
import type { ChannelRequest } from './message.ts';

export type PostParts = {
  fetch: typeof globalThis.fetch;
  now: () => number;
  /** What an answer must not show. */
  secrets: readonly string[];
  limitMs?: number;
};

/** `retryAt` is when the service wants the next try; null if it does not say. A final answer is not asked again. */
export type Posted = { answer: ChannelAnswer; retryAt: number | null; final: boolean };

const answerLimitMs = 10_000;
const mostAnswerBytes = 64 * 1024;
const mostShown = 200;

/** Sends a request once, without cookies, and follows no redirect. It ends within ten seconds, whatever the network does. */
export async function post(request: ChannelRequest, parts: PostParts): Promise<Posted> {
  const limit = deadline(parts.limitMs ?? answerLimitMs);
  try {
    return await withinSignal(answerOf(request, parts, limit.signal), limit.signal);
  } catch (error) {
    const failure = networkFailure(error);
    const reason = failure.kind === 'unreachable' && !limit.signal.aborted ? failure.reason : 'timed-out';
    return { answer: { kind: 'no-answer', reason }, retryAt: null, final: false };
  } finally {
    limit.end();
  }
}

async function answerOf({ url, headers, body }: ChannelRequest, parts: PostParts, signal: AbortSignal) {
  const { fetch, now, secrets } = parts;
  const response = await fetch(url, {
    ...{ method: 'POST', headers, body, signal },
    redirect: 'error',
    credentials: 'omit',
    cache: 'no-store',
  });
  const { status } = response;
  const read = await readBody(response, mostAnswerBytes).catch(() => new Uint8Array());
  const { text } = shownAnswer(read, mostShown, secrets);
  const kind = status >= 200 && status < 300 ? ('sent' as const) : ('refused' as const);
  const header = readRetryAfter(response.headers.get('retry-after'), now());
  return {
    answer: { kind, status, words: oneLine(text) },
    retryAt: readRetryAfter(secondsIn(read), now()) ?? header,
    final: kind === 'refused' && status < 500 && status !== 429 && status !== 408,
  };
}

/** Discord and Telegram say in the body how long to wait, Discord with a fraction. */
const waitSchema = z.object({
  retry_after: z.number().optional(),
  parameters: z.object({ retry_after: z.number().optional() }).optional(),
});

function secondsIn(body: Uint8Array): string | null {
  const read = waitSchema.safeParse(parseJson(new TextDecoder().decode(body))).data;
  const seconds = read?.retry_after ?? read?.parameters?.retry_after;
  return seconds === undefined ? null : `${Math.ceil(seconds)}`;
}
