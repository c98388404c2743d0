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

/** Awaits work until the signal aborts, because what it waits for does not always end with the signal. */
export async function withinSignal<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> {
  let stop = () => {};
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
  });
  return Promise.race([work, aborted]).finally(() => signal.removeEventListener('abort', stop));
}
