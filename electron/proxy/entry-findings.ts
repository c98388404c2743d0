import { BlockList, isIP } from 'node:net';
import type { EntryFinding, EntryStep, EntryVerdict } from '../contract/own-entry.ts';
import { standardEntry } from './entries.ts';

/** More than any honest chain has; resolvers give up at about as many. */
export const mostAliases = 16;

/** How the aliases of a name end. */
export type Chain = { names: string[]; end: 'name' | 'loop' | 'too-long' | 'not-found' | 'no-answer' };

/** The addresses of a name, from two questions in a row. Null if there was no answer. */
export type TwoAnswers = { first: readonly string[] | null; second: readonly string[] | null };

const verdicts: Partial<Record<EntryFinding, EntryVerdict>> = {
  cname: 'ok',
  flattened: 'ok',
  'is-oxylabs': 'ok',
  'same-addresses': 'ok',
  rotating: 'ok',
  open: 'ok',
  covers: 'ok',
  'some-addresses': 'warning',
  private: 'warning',
  changed: 'warning',
  'other-names': 'warning',
  untrusted: 'warning',
  'no-tls': 'warning',
  'no-answer': 'unknown',
  hidden: 'unknown',
  skipped: 'unknown',
};

/** Returns a step with the verdict of its finding. */
export function entryStep(
  step: EntryStep['step'],
  finding: EntryFinding,
  details: readonly string[] = [],
): EntryStep {
  return { step, finding, verdict: verdicts[finding] ?? 'fault', details: details.slice(0, 60) };
}

/** Judges the aliases of a name. One without an alias may have been flattened or hidden: then its addresses decide. */
export function chainStep({ names, end }: Chain, addresses: EntryFinding): EntryStep {
  if (end !== 'name') return entryStep('chain', end, names);
  if (!endsAtVendor({ names, end })) return entryStep('chain', withoutAlias[addresses] ?? 'elsewhere', names);
  return entryStep('chain', names.length === 1 ? 'is-oxylabs' : 'cname', names);
}

/** Says what the addresses of a name without an alias mean for it. */
const withoutAlias: Partial<Record<EntryFinding, EntryFinding>> = {
  'same-addresses': 'flattened',
  'provider-proxy': 'hidden',
};

export function endsAtVendor({ names, end }: Chain): boolean {
  return end === 'name' && names.at(-1) === standardEntry.host;
}

/**
 * Judges the addresses of the own name beside the vendor's. The vendor's rotate, so behind an alias that leads there
 * different ones are no fault.
 */
export function addressStep(own: TwoAnswers, vendor: TwoAnswers, hasAlias: boolean): EntryStep {
  const mine = union(own);
  const theirs = new Set(union(vendor));
  const shared = mine.filter((address) => theirs.has(address)).length;
  const finding = (): EntryFinding => {
    if (own.first === null && own.second === null) return 'no-answer';
    if (mine.length === 0) return 'no-address';
    if (shared === mine.length) return 'same-addresses';
    if (mine.some(isProviderProxy)) return 'provider-proxy';
    if (mine.some(isPrivate)) return 'private';
    if (hasAlias) return 'rotating';
    if (shared > 0) return 'some-addresses';
    if (hasChanged(own)) return 'changed';
    return theirs.size === 0 ? 'no-answer' : 'other-addresses';
  };
  return entryStep('addresses', finding(), mine);
}

/** Returns whether the two questions got different addresses, in any order. */
function hasChanged({ first, second }: TwoAnswers): boolean {
  return [...(first ?? [])].sort().join() !== [...(second ?? [])].sort().join();
}

/** Returns all addresses of both answers, each once. */
export function union({ first, second }: TwoAnswers): string[] {
  return [...new Set([...(first ?? []), ...(second ?? [])])];
}

/** The published ranges of Cloudflare's proxy, the DNS provider that puts its own proxy before a name by default. */
const providerRanges = blockList(
  '173.245.48.0/20 103.21.244.0/22 103.22.200.0/22 103.31.4.0/22 141.101.64.0/18 108.162.192.0/18 190.93.240.0/20',
  '188.114.96.0/20 197.234.240.0/22 198.41.128.0/17 162.158.0.0/15 104.16.0.0/13 104.24.0.0/14 172.64.0.0/13',
  '131.0.72.0/22 2400:cb00::/32 2606:4700::/32 2803:f800::/32 2405:b500::/32 2405:8100::/32 2a06:98c0::/29',
  '2c0f:f248::/32',
);

const privateRanges = blockList(
  '0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.168.0.0/16',
  '::1/128 fc00::/7 fe80::/10',
);

export function isPrivate(address: string): boolean {
  return isIn(privateRanges, address);
}

function isProviderProxy(address: string): boolean {
  return isIn(providerRanges, address);
}

function isIn(list: BlockList, address: string): boolean {
  return list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

function blockList(...lines: string[]): BlockList {
  const list = new BlockList();
  for (const range of lines.join(' ').split(' ')) {
    const [network = '', bits] = range.split('/');
    list.addSubnet(network, Number(bits), isIP(network) === 6 ? 'ipv6' : 'ipv4');
  }
  return list;
}
