import type { Delivery } from './faults.ts';

/**
 * Delivers an answer as `fetch` would: late, cut off, or a byte at a time. Throws what a lost connection
 * throws.
 */
export async function respond(delivery: Delivery, signal: AbortSignal): Promise<Response> {
  await wait(delivery.delayMs, signal);
  if (delivery.cut === 'before-headers') throw connectionLost();
  const { status, body, headers } = delivery;
  const empty = status === 204 || body === '';
  return new Response(empty ? null : stream(delivery, signal), { status, headers });
}

function stream(delivery: Delivery, signal: AbortSignal): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(delivery.body);
  const { cut, byteEveryMs } = delivery;
  const end = cut === 'in-body' ? Math.floor(bytes.length / 2) : bytes.length;
  let at = 0;
  return new ReadableStream({
    async pull(controller) {
      if (byteEveryMs !== null) await wait(byteEveryMs, signal);
      const next = byteEveryMs === null ? end : Math.min(at + 1, end);
      if (at < next) controller.enqueue(bytes.slice(at, next));
      at = next;
      if (at < end) return;
      if (cut === 'in-body') controller.error(connectionLost());
      else controller.close();
    },
  });
}

function connectionLost(): TypeError {
  return new TypeError('fetch failed', { cause: Object.assign(new Error('reset'), { code: 'ECONNRESET' }) });
}

function wait(delayMs: number, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  if (delayMs === 0) return Promise.resolve();
  return new Promise((done, fail) => {
    const timer = setTimeout(done, delayMs);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      fail(signal.reason);
    });
  });
}
