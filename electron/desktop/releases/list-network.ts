import type { Session } from 'electron';
import { fetchInSession } from '../network/fetch-in-session.ts';
import { onNetworkProcessGone } from '../network/network-process.ts';
import { openSession, setProxy } from '../network/own-session.ts';
import { createProxyWatch } from '../network/proxy-watch.ts';

/** The same in every installation. */
const userAgent = 'Oxygauge';
const languages = 'en';

export type ListNetworkParts = {
  address: string;
  ownEntry: () => string | null;
  after: (delayMs: number, run: () => void) => () => void;
};

/**
 * Returns a fetch for the list of versions, in a separate session in memory: it shares no cookie and no connection with
 * the API's, and bypasses the vendor's proxy as they do.
 */
export function openListNetwork({ address, ownEntry, after }: ListNetworkParts): typeof globalThis.fetch {
  let life = 0;
  let opened: { own: Session; look: () => Promise<void> } | null = null;
  // A session that outlives Chromium's network process never works again (Electron 33).
  onNetworkProcessGone(() => {
    opened = null;
  });

  function open() {
    life += 1;
    const own = openSession(`versions-${life}`, userAgent, languages);
    const system = openSession(`versions-${life}-system`, userAgent, languages);
    const look = createProxyWatch({
      resolve: () => system.resolveProxy(address),
      apply: (direct) => setProxy(own, direct),
      onChange() {},
      ownEntry,
      now: () => performance.now(),
      after,
    });
    return { own, look };
  }

  return async (input, init) => {
    opened ??= open();
    const { own, look } = opened;
    await look();
    return fetchInSession(own, input, init);
  };
}
