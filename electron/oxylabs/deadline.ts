export type Deadline = { signal: AbortSignal; end(): void };

/**
 * Returns a signal that aborts after `limitMs`, or with the signal of a longer deadline. Call `end` when the
 * work is over: Node keeps what is tied to a signal (AbortSignal.any, Request) until it aborts, some 3 KB a
 * request.
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
