import type { Session } from 'electron';
import { fetchInSession } from './fetch-in-session.ts';
import { onNetworkProcessGone } from './network-process.ts';
import { once } from './once.ts';
import { openSession, setProxy } from './own-session.ts';
import { createProxyWatch } from './proxy-watch.ts';
import { createWriteLanes } from './write-lanes.ts';

export type ChannelNetworkParts = {
  /** Keeps the sessions of two accounts apart. */
  owner: string;
  userAgent: string;
  ownEntry: () => string | null;
  after: (delayMs: number, run: () => void) => () => void;
};

type Send = (run: (own: Session) => Promise<Response>) => Promise<Response>;

/**
 * Returns a fetch for channels: in a session in memory for each host, on a new connection for each message, so that Chromium
 * sends none twice. It bypasses the vendor's proxy as the API's requests do.
 */
export function openChannelNetwork(parts: ChannelNetworkParts): typeof globalThis.fetch {
  const { owner, userAgent, ownEntry, after } = parts;
  const hosts = new Map<string, Send>();
  let opened = 0;
  // A session that outlives Chromium's network process never works again (Electron 33).
  onNetworkProcessGone(() => hosts.clear());

  function open(origin: string): Send {
    opened += 1;
    const name = `channel-${owner}-${opened}`;
    const own = openSession(name, userAgent);
    const system = openSession(`${name}-system`, userAgent);
    const look = createProxyWatch({
      resolve: () => system.resolveProxy(origin),
      apply: (direct) => setProxy(own, direct),
      onChange() {},
      ownEntry,
      now: () => performance.now(),
      after,
    });
    const onFreshConnection = createWriteLanes([once(async () => own)]);
    return async (run) => {
      await look();
      return onFreshConnection(run);
    };
  }

  return (input, init) => {
    const { origin } = new URL(input instanceof Request ? input.url : input);
    const send = hosts.get(origin) ?? open(origin);
    hosts.set(origin, send);
    return send((own) => fetchInSession(own, input, init));
  };
}
