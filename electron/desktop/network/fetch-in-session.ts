import type { Session } from 'electron';
import { untilRead } from './until-read.ts';

type FetchInput = Parameters<typeof globalThis.fetch>[0];

/**
 * Fetches in a session, and ends the request with its signal or when its body is cancelled. Electron 33 leaves such a
 * request open, and after six of them Chromium opens no further connection to that host.
 */
export async function fetchInSession(own: Session, input: FetchInput, init?: RequestInit): Promise<Response> {
  const ending = new AbortController();
  const end = () => ending.abort(signalOf(input, init)?.reason);
  // Node links the signal of a copied Request only while the first Request is referenced, as this closure does.
  const over = () => {
    signalOf(input, init)?.removeEventListener('abort', end);
    ending.abort();
  };
  signalOf(input, init)?.addEventListener('abort', end);
  if (signalOf(input, init)?.aborted) end();
  try {
    const request = input instanceof URL ? input.href : input;
    const response = await own.fetch(request, {
      ...init,
      signal: ending.signal,
      credentials: 'omit',
      redirect: 'error',
      cache: 'no-store',
    });
    return untilRead(response, over);
  } catch (error) {
    over();
    // Electron's network errors are plain errors, which ky does not recognise.
    if (error instanceof Error && error.message.startsWith('net::')) {
      throw new TypeError('fetch failed', { cause: error });
    }
    throw error;
  }
}

function signalOf(input: FetchInput, init?: RequestInit): AbortSignal | undefined {
  return init?.signal ?? (input instanceof Request ? input.signal : undefined);
}
