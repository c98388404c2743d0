import { type Session, session } from 'electron';
import { createWriteLanes, laneCount } from './write-lanes.ts';

/** Hosts whose proxy bills traffic: the vendor's own. */
const vendorProxy = /(^|[\s.])oxylabs\.io:\d+/i;

export type ApiNetwork = {
  fetch: typeof globalThis.fetch;
  /** Goes past the system's proxy where that is the vendor's, which would bill our requests. Answers whether it does. */
  avoidVendorProxy(url: string): Promise<boolean>;
};

/**
 * Electron's network stack, so that the system's proxy and certificates apply, in sessions of their own in memory:
 * no cookies, no cache, nothing on disk. Reading has one, with connections that are kept; writes have lanes.
 */
export function openApiNetwork(userAgent: string): ApiNetwork {
  const reads = openSession('oxylabs', userAgent);
  const writes = Array.from({ length: laneCount }, (_, lane) =>
    openSession(`oxylabs-write-${lane}`, userAgent),
  );
  const onFreshConnection = createWriteLanes(writes);
  return {
    fetch: (input, init) => {
      const method = input instanceof Request ? input.method : (init?.method ?? 'GET');
      return method.toUpperCase() === 'GET'
        ? fetchInSession(reads, input, init)
        : onFreshConnection((own) => fetchInSession(own, input, init));
    },
    async avoidVendorProxy(url) {
      const proxies = await reads.resolveProxy(url);
      const billed = vendorProxy.test(proxies);
      if (billed) await Promise.all([reads, ...writes].map((own) => own.setProxy({ mode: 'direct' })));
      return billed;
    },
  };
}

function openSession(partition: string, userAgent: string): Session {
  const own = session.fromPartition(partition, { cache: false });
  own.setUserAgent(userAgent);
  own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  return own;
}

async function fetchInSession(
  own: Session,
  input: Parameters<typeof globalThis.fetch>[0],
  init?: RequestInit,
): Promise<Response> {
  try {
    const request = input instanceof URL ? input.href : input;
    return await own.fetch(request, { ...init, credentials: 'omit', redirect: 'error', cache: 'no-store' });
  } catch (error) {
    // Its network errors are plain errors, which ky would not know for what they are.
    if (error instanceof Error && error.message.startsWith('net::')) {
      throw new TypeError('fetch failed', { cause: error });
    }
    throw error;
  }
}
