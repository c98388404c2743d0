import ky, { type KyInstance } from 'ky';
import { type ApiFailure, failed, type Outcome, succeeded } from '../contract/failure.ts';
import { BodyTooLargeError, readBody } from './body.ts';
import { deadline } from './deadline.ts';
import { networkFailure } from './network-errors.ts';
import { refusal } from './refusal.ts';
import { readRetryAfter } from './retry-after.ts';

export type HttpParts = {
  fetch: typeof globalThis.fetch;
  /** With its version path and without a slash at its end. */
  baseUrl: string;
  userAgent: string;
  now: () => number;
  /** In [0, 1): moves retries, so that many installations do not come back at one moment. */
  random: () => number;
  /** Milliseconds for one attempt, its body included. */
  attemptLimitMs?: number;
  /** Milliseconds for all attempts of one request with their pauses. */
  totalLimitMs?: number;
  /** The first pause before a retry in milliseconds; each further one is twice as long. */
  firstPauseMs?: number;
};

export type Method = 'get' | 'post' | 'patch' | 'delete';
export type HttpRequest = {
  method: Method;
  path: string;
  authorization: string;
  query?: Record<string, string>;
  body?: unknown;
  signal?: AbortSignal | undefined;
};
export type Answer = { status: number; text: string; contentType: string };

const attemptLimitMs = 10_000;
const totalLimitMs = 30_000;
const firstPauseMs = 500;
/** One first attempt and two more. */
const mostAttempts = 3;
/** A longer Retry-After is the poller's to wait for. */
const longestPauseMs = 10_000;
/** A Retry-After is overshot by up to this share, so that many do not come back at one moment. */
const jitterShare = 0.1;
/** What a refusal means is in its status: its words are read for so long and no longer. */
const refusalBodyLimitMs = 2_000;

type Attempt = Outcome<Answer> & { retryAt?: number | null };

/**
 * One request with its retries. Only a GET is tried again, on network faults, 408, 429 and 5xx: a write that failed
 * unclearly may have been done. Never throws; an error's text is never kept, since it may hold the token.
 */
export function createHttp(parts: HttpParts): (request: HttpRequest) => Promise<Outcome<Answer>> {
  const client = ky.create({
    fetch: parts.fetch,
    // Tries and time limits are kept here: ky's leave out the body, and its retries know no jitter.
    retry: 0,
    timeout: false,
    throwHttpErrors: false,
    redirect: 'error',
    credentials: 'omit',
    cache: 'no-store',
    headers: { 'User-Agent': parts.userAgent, Accept: 'application/json' },
  });

  return async (request) => {
    const total = deadline(parts.totalLimitMs ?? totalLimitMs, request.signal);
    try {
      return await tryAll(client, parts, request, total.signal);
    } finally {
      total.end();
    }
  };
}

async function tryAll(client: KyInstance, parts: HttpParts, request: HttpRequest, end: AbortSignal) {
  for (let tries = 1; ; tries += 1) {
    const attempt = await tryOnce(client, parts, request, end);
    const pauseMs = pauseBeforeRetry(attempt, request, tries, parts);
    if (pauseMs === null) return attempt.ok ? succeeded(attempt.value) : failed(attempt.failure);
    await pause(pauseMs, end);
    if (request.signal?.aborted) return failed<ApiFailure>({ kind: 'cancelled' });
    // Out of time while waiting for another try: the last answer is what is known.
    if (end.aborted) return attempt.ok ? succeeded(attempt.value) : failed(attempt.failure);
  }
}

async function tryOnce(
  client: KyInstance,
  parts: HttpParts,
  request: HttpRequest,
  end: AbortSignal,
): Promise<Attempt> {
  const { signal, end: endAttempt } = deadline(parts.attemptLimitMs ?? attemptLimitMs, end);
  try {
    const response = await client(`${parts.baseUrl}${request.path}`, {
      method: request.method,
      headers: { Authorization: request.authorization },
      signal,
      ...(request.query !== undefined && { searchParams: request.query }),
      ...(request.body !== undefined && { json: request.body }),
    });
    if (!response.ok) return await refused(response, signal, parts.now());
    const text = await withinSignal(readBody(response), signal);
    return succeeded({
      status: response.status,
      text,
      contentType: response.headers.get('content-type') ?? '',
    });
  } catch (error) {
    return failed(thrown(error, request.signal, signal));
  } finally {
    endAttempt();
  }
}

/** A refusal keeps its meaning where its body hangs, is cut or is too large. */
async function refused(response: Response, signal: AbortSignal, now: number): Promise<Attempt> {
  const limit = deadline(refusalBodyLimitMs, signal);
  const text = await withinSignal(readBody(response), limit.signal)
    .catch(() => '')
    .finally(limit.end);
  const retryAt = readRetryAfter(response.headers.get('retry-after'), now);
  return { ...failed(refusal(response.status, text, retryAt)), retryAt };
}

/** A body's read does not always end with its signal, so the wait for it does. */
async function withinSignal<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> {
  let stop = () => {};
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
  });
  return Promise.race([work, aborted]).finally(() => signal.removeEventListener('abort', stop));
}

function thrown(error: unknown, cancel: AbortSignal | undefined, signal: AbortSignal): ApiFailure {
  if (cancel?.aborted) return { kind: 'cancelled' };
  if (signal.aborted) return { kind: 'timed-out' };
  return error instanceof BodyTooLargeError
    ? { kind: 'not-understood', reason: 'too-large' }
    : networkFailure(error);
}

/** How long to wait before the same request again, in ms; null for "do not". */
function pauseBeforeRetry(
  attempt: Attempt,
  request: HttpRequest,
  tries: number,
  parts: HttpParts,
): number | null {
  if (attempt.ok || request.method !== 'get' || tries >= mostAttempts || !isPassing(attempt.failure))
    return null;
  const ordinaryMs = (parts.firstPauseMs ?? firstPauseMs) * 2 ** (tries - 1) * (1 + parts.random());
  const askedMs = (attempt.retryAt ?? 0) - parts.now();
  if (askedMs > longestPauseMs) return null;
  return Math.max(ordinaryMs, askedMs * (1 + jitterShare * parts.random()));
}

function isPassing(failure: ApiFailure): boolean {
  switch (failure.kind) {
    case 'timed-out':
    case 'server-fault':
    case 'rate-limited':
      return true;
    case 'unreachable':
      return (
        failure.reason === 'connection-lost' ||
        failure.reason === 'refused' ||
        failure.reason === 'name-not-found'
      );
    default:
      return false;
  }
}

function pause(delayMs: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((done) => {
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      done();
    };
    const timer = setTimeout(end, delayMs);
    signal?.addEventListener('abort', end, { once: true });
    if (signal?.aborted) end();
  });
}
