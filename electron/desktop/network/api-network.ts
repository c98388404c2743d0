import type { Session } from 'electron';
import { fetchInSession } from './fetch-in-session.ts';
import { endNetworkProcess, onNetworkProcessGone } from './network-process.ts';
import { once } from './once.ts';
import { openSession, setProxy } from './own-session.ts';
import { createProxyWatch } from './proxy-watch.ts';
import { createSilence, type Silence } from './silence.ts';
import { createWriteLanes, laneCount } from './write-lanes.ts';

export type ApiNetwork = {
  fetch: typeof globalThis.fetch;
  /**
   * Bypasses the system's proxy from now on while it is the vendor's, which would bill our requests: they wait for the look.
   * Reports each change, and resolves after the first look.
   */
  avoidVendorProxy(
    url: string,
    onChange: (bypassed: boolean) => void,
    ownEntry: () => string | null,
  ): Promise<void>;
};

/** Counts for all networks of the app: while one of them is answered, Chromium's network process is not what hangs. */
export function sharedSilence(): Silence {
  return createSilence(silenceRule, Date.now);
}

/** Two timeouts in a row, which is one refresh. A slow API occasionally restarts the network process, which is cheap. */
const silenceRule = { most: 2, pauseMs: 10 * 60_000 };

/** The sessions of one life of Chromium's network process. Each is opened at its first use, since one takes about 1 MB. */
type SessionPool = {
  reads: () => Promise<Session>;
  /** Always has the system's proxy, and fetches nothing. It is opened where the others bypass it. */
  system: () => Promise<Session>;
  opened: readonly Session[];
  onFreshConnection: ReturnType<typeof createWriteLanes>;
};

/**
 * Fetches over Electron's network stack, so that the system's proxy and certificates apply, in sessions in memory: one with
 * keep-alive for reads, lanes for writes. A session that outlives Chromium's network process never works again (Electron
 * 33), so the sessions are replaced with it, and a process that stops answering is ended. `owner` keeps those of two networks apart.
 */
export function openApiNetwork(userAgent: string, owner: string, silence: Silence): ApiNetwork {
  let life = 0;
  let direct = false;
  let lookForProxy = () => Promise.resolve();
  let pool = newPool();
  onNetworkProcessGone(() => {
    pool = newPool();
  });

  function newPool(): SessionPool {
    life += 1;
    const name = `oxylabs-${owner}-${life}`;
    const opened: Session[] = [];
    const open = async (partition: string) => {
      const own = openSession(partition, userAgent);
      opened.push(own);
      if (direct) await setProxy(own, direct);
      return own;
    };
    const lanes = Array.from({ length: laneCount }, (_, lane) => once(() => open(`${name}-write-${lane}`)));
    return {
      reads: once(() => open(name)),
      system: once(async () => openSession(`${name}-system`, userAgent)),
      opened,
      onFreshConnection: createWriteLanes(lanes),
    };
  }

  return {
    async fetch(input, init) {
      await lookForProxy();
      const { reads, onFreshConnection } = pool;
      const method = input instanceof Request ? input.method : (init?.method ?? 'GET');
      const answer =
        method.toUpperCase() === 'GET'
          ? fetchInSession(await reads(), input, init)
          : onFreshConnection((own) => fetchInSession(own, input, init));
      silence.asked();
      answer.then(silence.answered, (error: unknown) => {
        if (!isTimeOut(error)) silence.answered();
        else if (silence.unanswered()) endNetworkProcess();
      });
      return answer;
    },
    avoidVendorProxy(url, onChange, ownEntry) {
      lookForProxy = createProxyWatch({
        resolve: async () => (await (direct ? pool.system() : pool.reads())).resolveProxy(url),
        async apply(bypassed) {
          direct = bypassed;
          await Promise.all(pool.opened.map((own) => setProxy(own, bypassed)));
        },
        onChange,
        ownEntry,
        now: () => performance.now(),
        after,
      });
      return lookForProxy();
    },
  };
}

function after(delayMs: number, run: () => void): () => void {
  const timer = setTimeout(run, delayMs);
  return () => clearTimeout(timer);
}

function isTimeOut(error: unknown): boolean {
  return error instanceof Error && error.name === 'TimeoutError';
}
