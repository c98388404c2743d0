import type { KyInstance } from 'ky';
import { failed, type Outcome, succeeded } from '../contract/failure.ts';
import type { Answer } from './answer.ts';
import { AttemptError, createAttempt, type Tried } from './attempt.ts';
import { deadline } from './deadline.ts';
import { networkFailure } from './network-errors.ts';
import { retryRules } from './retry.ts';

export type HttpParts = {
  fetch: typeof globalThis.fetch;
  /** Includes the version path, without a trailing slash. */
  baseUrl: string;
  userAgent: string;
  now: () => number;
  /** Called with the headers of each success. */
  onHeaders?: (headers: Headers) => void;
  /** In [0, 1): spreads retries, so that many installations do not return at the same moment. */
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
  /** Called after each try. */
  onTried: (tried: Tried) => void;
};

const defaults = { attemptLimitMs: 10_000, totalLimitMs: 30_000, firstPauseMs: 500 };

/** Returns a function that sends one request. It retries a GET only, never throws, and keeps no text of an error. */
export function createHttp(given: HttpParts): (request: HttpRequest) => Promise<Outcome<Answer>> {
  const parts = { ...defaults, ...given };
  const { fetch, now, onHeaders, attemptLimitMs: limitMs } = parts;
  const client = createKy(parts);
  return async (request) => {
    const total = deadline(parts.totalLimitMs, request.signal);
    const retry = retryRules(parts);
    try {
      const ask = await client;
      const response = await ask(`${parts.baseUrl}${request.path}`, {
        fetch: createAttempt({ fetch, now, limitMs, onHeaders, onTried: request.onTried }),
        method: request.method,
        headers: { Authorization: request.authorization },
        signal: total.signal,
        retry: retry.options,
        ...(request.query !== undefined && { searchParams: request.query }),
        ...(request.body !== undefined && { json: request.body }),
      });
      const contentType = response.headers.get('content-type') ?? '';
      return succeeded({ status: response.status, text: await response.text(), contentType });
    } catch (error) {
      if (request.signal?.aborted) return failed({ kind: 'cancelled' });
      // The time limit ended in the pause before a retry: the failure before it is the result.
      return failed(error instanceof AttemptError ? error.failure : (retry.last() ?? networkFailure(error)));
    } finally {
      total.end();
    }
  };
}

/** Creates the client off the caller's path: ky has Node load its own HTTP stack, which takes 30 ms, while the keyring answers. */
async function createKy({ userAgent }: HttpParts): Promise<KyInstance> {
  const { default: ky } = await import('ky');
  return ky.create({
    // ky's own time limit leaves out the body, so the limit is around the attempt.
    timeout: false,
    redirect: 'error',
    credentials: 'omit',
    cache: 'no-store',
    headers: { 'User-Agent': userAgent, Accept: 'application/json' },
  });
}
