import type { RetryOptions } from 'ky';
import type { ApiFailure } from '../contract/failure.ts';
import { AttemptError } from './attempt.ts';

export type RetryParts = {
  now: () => number;
  /** In [0, 1): spreads retries, so that many installations do not return at the same moment. */
  random: () => number;
  /** The first pause before a retry in milliseconds; each further one is twice as long. */
  firstPauseMs: number;
};

/** The first attempt and two retries. */
const mostRetries = 2;
/** Longer waits are left to the poller. */
const longestPauseMs = 10_000;
/** Retry-After is exceeded by up to this share, so that many clients do not return at the same moment. */
const jitterShare = 0.1;

/**
 * Returns ky's rules for one request: a GET only, since an unclear write may have been carried out, and only on network
 * faults, 408, 429 and 5xx. `last` returns the failure before the retry that is under way.
 */
export function retryRules({ now, random, firstPauseMs }: RetryParts) {
  let last: AttemptError | null = null;
  return {
    last: () => last?.failure ?? null,
    options: {
      limit: mostRetries,
      methods: ['get'],
      shouldRetry({ error }) {
        last = error instanceof AttemptError ? error : null;
        return last !== null && isPassing(last.failure) && (last.retryAt ?? 0) - now() <= longestPauseMs;
      },
      delay(retryCount) {
        const ordinaryMs = firstPauseMs * 2 ** (retryCount - 1) * (1 + random());
        const askedMs = (last?.retryAt ?? 0) - now();
        return Math.max(ordinaryMs, askedMs * (1 + jitterShare * random()));
      },
    } satisfies RetryOptions,
  };
}

function isPassing(failure: ApiFailure): boolean {
  switch (failure.kind) {
    case 'timed-out':
    case 'server-fault':
    case 'rate-limited':
      return true;
    case 'unreachable':
      return ['connection-lost', 'refused', 'no-route', 'name-not-found'].includes(failure.reason);
    default:
      return false;
  }
}
