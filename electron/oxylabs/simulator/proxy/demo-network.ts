import { type Duplex, duplexPair } from 'node:stream';
import type { SimulatedProxy } from './proxy.ts';

const vendorHost = 'pr.oxylabs.io';
const vendorAddresses = ['203.0.113.10', '203.0.113.11'];

/** A DNS provider's proxy, which passes no port 7777. */
const providerAddresses = ['104.18.2.3', '104.18.3.3'];

/** Names of the demo by their first label; any other leads to the vendor by an alias. */
const byLabel: Record<string, { alias?: string; addresses: string[] | null }> = {
  flat: { addresses: vendorAddresses },
  proxied: { addresses: providerAddresses },
  private: { addresses: ['10.0.0.7'] },
  missing: { addresses: null },
};

/** Returns the network of the demo: every connection ends in the simulated proxy, and nothing leaves the process. */
export function demoNetwork(proxy: SimulatedProxy) {
  const entryOf = (name: string) =>
    byLabel[name.split('.')[0] ?? ''] ?? { alias: vendorHost, addresses: vendorAddresses };
  const missing = { kind: 'missing' as const };
  const found = (values: string[]) => ({ kind: 'found' as const, values });
  return {
    network: {
      async connect(host: string): Promise<Duplex> {
        if (providerAddresses.includes(host))
          throw Object.assign(new Error('timeout'), { code: 'ETIMEDOUT' });
        const [near, far] = duplexPair();
        proxy.serve(far);
        return near;
      },
      // The simulated target speaks plain HTTP: there is no network between the two.
      secure: async (socket: Duplex) => socket,
      certificateNames: async () => ({ names: [vendorHost, `*.${vendorHost}`], covers: false }),
    },
    resolver: {
      async alias(name: string) {
        const { alias, addresses } = name === vendorHost ? { addresses: vendorAddresses } : entryOf(name);
        if (addresses === null) return missing;
        return alias === undefined ? { kind: 'none' as const } : found([alias]);
      },
      async addresses(name: string) {
        const { addresses } = name === vendorHost ? { addresses: vendorAddresses } : entryOf(name);
        return addresses === null ? missing : found(addresses);
      },
    },
  };
}
