import type { ApiFailure } from '../contract/failure.ts';
import { BodyTooLargeError, readBody } from './body.ts';
import { deadline, withinSignal } from './deadline.ts';
import { networkFailure } from './network-errors.ts';
import { refusal } from './refusal.ts';
import { readRetryAfter } from './retry-after.ts';

export type AttemptParts = {
  fetch: typeof globalThis.fetch;
  now: () => number;
  /** Milliseconds for the attempt, its body included. */
  limitMs: number;
  /** Called after each attempt, before it is known to its caller. */
  onTried: (tried: Tried) => void;
  /** Called with the headers of each success. */
  onHeaders?: ((headers: Headers) => void) | undefined;
};

/** Describes one attempt. `body` is null where none was read. */
export type Tried = {
  status: number | null;
  durationMs: number;
  bytes: number;
  failure: ApiFailure | null;
  body: Uint8Array | null;
};

/** The status says what a refusal means, so its body gets no more than this. */
const refusalBodyLimitMs = 2_000;

/** A failed attempt. It keeps no text of the cause, which may hold the token. */
export class AttemptError extends Error {
  readonly failure: ApiFailure;
  /** When the API asked to try again, in epoch milliseconds. */
  readonly retryAt: number | null;

  constructor(failure: ApiFailure, retryAt: number | null = null) {
    super(failure.kind);
    this.failure = failure;
    this.retryAt = retryAt;
  }
}

/**
 * Returns a fetch that resolves to successes only, with the body read as a whole within the time limit. All else
 * throws an AttemptError, a refusal and a cut body too, so that a retry can follow them.
 */
export function createAttempt(parts: AttemptParts): typeof globalThis.fetch {
  const { now, limitMs, onTried } = parts;
  return async (input, init) => {
    const request = new Request(input, init);
    const { signal, end } = deadline(limitMs, request.signal);
    const beganAt = now();
    const got: Got = { status: null, body: null };
    const tried = (failure: ApiFailure | null) =>
      onTried({
        ...got,
        durationMs: Math.max(0, now() - beganAt),
        bytes: got.body?.byteLength ?? 0,
        failure,
      });
    try {
      const response = await send(parts, request, signal, got);
      tried(null);
      return response;
    } catch (error) {
      const attempt = error instanceof AttemptError ? error : new AttemptError(thrown(error, signal));
      tried(attempt.failure);
      throw attempt;
    } finally {
      end();
    }
  };
}

/** What arrived of an answer, noted as it arrives. */
type Got = { status: number | null; body: Uint8Array<ArrayBuffer> | null };

async function send(
  { fetch, now, onHeaders }: AttemptParts,
  request: Request,
  signal: AbortSignal,
  got: Got,
): Promise<Response> {
  // A signal that passes through a Request is lost if that is collected meanwhile (undici holds its controller weakly).
  const response = await withinSignal(fetch(request, { signal }), signal);
  got.status = response.status;
  if (!response.ok) throw await refused(response, signal, now(), got);
  onHeaders?.(response.headers);
  const bytes = await withinSignal(readBody(response), signal);
  got.body = bytes;
  const contentType = response.headers.get('content-type') ?? '';
  // A 204 must have no body at all, not even an empty one.
  return new Response(bytes.byteLength === 0 ? null : bytes, {
    status: response.status,
    headers: { 'content-type': contentType },
  });
}

/** Converts a refusal, which keeps its meaning even if its body hangs, is cut off or is too large. */
async function refused(
  response: Response,
  signal: AbortSignal,
  now: number,
  got: Got,
): Promise<AttemptError> {
  const limit = deadline(refusalBodyLimitMs, signal);
  const bytes = await withinSignal(readBody(response), limit.signal)
    .catch(() => new Uint8Array())
    .finally(limit.end);
  got.body = bytes;
  const retryAt = readRetryAfter(response.headers.get('retry-after'), now);
  return new AttemptError(refusal(response.status, new TextDecoder().decode(bytes), retryAt), retryAt);
}

function thrown(error: unknown, signal: AbortSignal): ApiFailure {
  if (signal.aborted) return { kind: 'timed-out' };
  return error instanceof BodyTooLargeError
    ? { kind: 'not-understood', reason: 'too-large' }
    : networkFailure(error);
}
