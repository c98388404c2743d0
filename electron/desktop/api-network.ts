import { type Session, session } from 'electron';
import { endNetworkProcess, onNetworkProcessGone } from './network-process.ts';
import { createSilence } from './silence.ts';
import { createWriteLanes, laneCount } from './write-lanes.ts';

/** Hosts whose proxy bills traffic: the vendor's own. */
const vendorProxy = /(^|[\s.])oxylabs\.io:\d+/i;

export type ApiNetwork = {
  fetch: typeof globalThis.fetch;
  /** Goes past the system's proxy where that is the vendor's, which would bill our requests. Answers whether it does. */
  avoidVendorProxy(url: string): Promise<boolean>;
};

/** Both requests of a refresh; an API that is merely slow costs a new process now and then, which takes a moment. */
const silenceRule = { most: 2, pauseMs: 10 * 60_000 };

/** The sessions of one life of Chromium's network process. */
type Line = {
  reads: Session;
  all: readonly Session[];
  onFreshConnection: ReturnType<typeof createWriteLanes>;
  /** Done once they go past the proxy where they shall. */
  ready: Promise<unknown>;
};

/**
 * Electron's network stack, so that the system's proxy and certificates apply, in sessions of their own in memory:
 * no cookies, no cache, nothing on disk. Reading has one, with connections that are kept; writes have lanes.
 * Chromium starts its network process anew when that ends, but a session that was used before never finds the new one
 * (Electron 33): all requests would fail from then on. So the sessions are replaced too. A process that answers nothing any
 * more, as after a time without a free file handle, is ended.
 */
export function openApiNetwork(userAgent: string): ApiNetwork {
  let life = 0;
  let direct = false;
  let line = open();
  onNetworkProcessGone(() => {
    line = open();
  });
  const silence = createSilence(silenceRule, Date.now);

  function open(): Line {
    life += 1;
    const reads = openSession(`oxylabs-${life}`, userAgent);
    const writes = Array.from({ length: laneCount }, (_, lane) =>
      openSession(`oxylabs-${life}-write-${lane}`, userAgent),
    );
    const all = [reads, ...writes];
    const ready = direct ? goDirect(all) : Promise.resolve();
    return { reads, all, onFreshConnection: createWriteLanes(writes), ready };
  }

  return {
    async fetch(input, init) {
      const { reads, onFreshConnection, ready } = line;
      await ready;
      const method = input instanceof Request ? input.method : (init?.method ?? 'GET');
      const answer =
        method.toUpperCase() === 'GET'
          ? fetchInSession(reads, input, init)
          : onFreshConnection((own) => fetchInSession(own, input, init));
      answer.then(silence.answered, (error: unknown) => {
        if (!isTimeOut(error)) silence.answered();
        else if (silence.unanswered()) endNetworkProcess();
      });
      return answer;
    },
    async avoidVendorProxy(url) {
      direct = vendorProxy.test(await line.reads.resolveProxy(url));
      if (direct) await goDirect(line.all);
      return direct;
    },
  };
}

function goDirect(sessions: readonly Session[]): Promise<unknown> {
  return Promise.all(sessions.map((own) => own.setProxy({ mode: 'direct' })));
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

function isTimeOut(error: unknown): boolean {
  return error instanceof Error && error.name === 'TimeoutError';
}
