export type Deadline = { signal: AbortSignal; end(): void };

/**
 * A signal that aborts after `limitMs`, or with the signal of a longer deadline. To be ended once the work is over: what the network
 * stack ties to a signal (AbortSignal.any, Request) is kept by Node until it aborts, some 3 KB for each request.
 */
export function deadline(limitMs: number, longer?: AbortSignal): Deadline {
  const controller = new AbortController();
  const abort = () => controller.abort(longer?.reason);
  const timer = setTimeout(() => controller.abort(new DOMException('Out of time', 'TimeoutError')), limitMs);
  longer?.addEventListener('abort', abort, { once: true });
  if (longer?.aborted) abort();
  return {
    signal: controller.signal,
    end() {
      clearTimeout(timer);
      longer?.removeEventListener('abort', abort);
      controller.abort();
    },
  };
}
