import { BodyTooLargeError, readBody } from '../../oxylabs/body.ts';
import { withinSignal } from '../../oxylabs/deadline.ts';
import { mostListBytes } from './signed-list.ts';

/** The reasons for which there is no list, as the log names them. */
export type NoList = 'no-answer' | 'status' | 'too-large';

/** Returns the bytes at the address, by one GET that follows no redirect. It ends with the signal, whatever the network does. */
export function getList(
  fetch: typeof globalThis.fetch,
  address: string,
  signal: AbortSignal,
): Promise<Uint8Array | NoList> {
  return withinSignal(answerOf(fetch, address, signal), signal).catch(() => 'no-answer');
}

async function answerOf(fetch: typeof globalThis.fetch, address: string, signal: AbortSignal) {
  try {
    const response = await fetch(address, { signal, redirect: 'error', credentials: 'omit' });
    if (response.status === 200) return await readBody(response, mostListBytes);
    await response.body?.cancel();
    return 'status';
  } catch (error) {
    return error instanceof BodyTooLargeError ? 'too-large' : 'no-answer';
  }
}
