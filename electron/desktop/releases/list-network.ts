import { type Session, session } from 'electron';
import { fetchInSession } from '../network/fetch-in-session.ts';
import { onNetworkProcessGone } from '../network/network-process.ts';
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
    const own = session.fromPartition(`versions-${life}`, { cache: false });
    own.setUserAgent(userAgent, languages);
    own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
    const system = session.fromPartition(`versions-${life}-system`, { cache: false });
    const look = createProxyWatch({
      resolve: () => system.resolveProxy(address),
      apply: (direct) => own.setProxy({ mode: direct ? 'direct' : 'system' }),
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
