import { createPublicKey, type KeyObject } from 'node:crypto';
import type { ReleasesView } from '../../contract/releases.ts';

/** The Ed25519 public key of the releases, as base64 of its DER form. Null until the first release is signed. */
const releaseKey: string | null = null;

/** Where a release publishes the list. GitHub's pages answer without a redirect. */
const releaseAddress = 'https://oxygauge.github.io/oxygauge/versions.txt';

/** Set at build: `OXYGAUGE_VERSION_LIST=off npm run build` leaves the list out, for packages that a distribution updates. */
declare const __OXYGAUGE_VERSION_LIST__: boolean;

export type ListSource =
  | { address: string; key: KeyObject }
  | { unavailable: NonNullable<ReleasesView['unavailable']> };

export type ListSourceParts = { demo: boolean; instead: { port: number; key: string } | null };

/** Returns where this run finds the list and whose signature it trusts, or why it looks for none. */
export function listSource({ demo, instead }: ListSourceParts): ListSource {
  if (demo) return { unavailable: 'demo' };
  if (!__OXYGAUGE_VERSION_LIST__) return { unavailable: 'left-out' };
  if (instead !== null) {
    return { address: `http://127.0.0.1:${instead.port}/versions.txt`, key: keyFrom(instead.key) };
  }
  if (releaseKey === null) return { unavailable: 'no-key' };
  return { address: releaseAddress, key: keyFrom(releaseKey) };
}

function keyFrom(base64: string): KeyObject {
  return createPublicKey({ key: Buffer.from(base64, 'base64'), format: 'der', type: 'spki' });
}
