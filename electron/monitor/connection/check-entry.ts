import { isIPv4 } from 'node:net';
import type { EntryFinding, EntryReport, EntryStep } from '../../contract/own-entry.ts';
import { deadline } from '../../oxylabs/deadline.ts';
import { standardEntry } from '../../proxy/entries.ts';
import {
  addressStep,
  type Chain,
  chainStep,
  endsAtVendor,
  entryStep,
  mostAliases,
  type TwoAnswers,
  union,
} from '../../proxy/entry-findings.ts';
import type { NameAnswer, NameResolver, ProxyNetwork, TryLimits } from './network.ts';
import { Stopped, within } from './stopped.ts';

export type EntryCheckParts = {
  resolver: NameResolver;
  network: Pick<ProxyNetwork, 'connect' | 'certificateNames'>;
  limits: Pick<TryLimits, 'dnsMs' | 'connectMs' | 'tlsMs'>;
  port?: number;
};

type NameCheckParts = { resolver: NameResolver; limits: Pick<TryLimits, 'dnsMs'> };

/** Walks the steps from a name to Oxylabs. It sends no login, so nothing is billed; it asks the resolver and that host only. */
export async function checkEntry(parts: EntryCheckParts, name: string): Promise<EntryReport> {
  const { chain, addresses, address } = await checkName(parts, name);
  const port = await portStep(parts, address);
  const certificate =
    port.finding === 'open' && address !== null
      ? await certificateStep(parts, name, address)
      : entryStep('certificate', 'skipped');
  const leadsToOxylabs = chain.verdict === 'ok' && addresses.verdict === 'ok';
  return { name, leadsToOxylabs, steps: [chain, addresses, port, certificate] };
}

/**
 * Does the part of the check that DNS answers. `vendorAddress` is one that `pr.oxylabs.io` itself has, if the name leads
 * there, because the name's owner could answer anything else.
 */
export async function checkName({ resolver, limits }: NameCheckParts, name: string) {
  const inTime = deadline(limits.dnsMs);
  const found = await followAliases(resolver, name, inTime.signal);
  inTime.end();
  if (found.end !== 'name' && found.end !== 'no-answer') {
    const addresses = entryStep('addresses', 'skipped');
    return { chain: chainStep(found, 'skipped'), addresses, address: null, vendorAddress: null };
  }
  const [ownFirst, vendorFirst] = await bothAddresses(resolver, name);
  const [ownSecond, vendorSecond] = await bothAddresses(resolver, name);
  const own: TwoAnswers = { first: ownFirst, second: ownSecond };
  const vendor: TwoAnswers = { first: vendorFirst, second: vendorSecond };
  const hasAlias = endsAtVendor(found);
  const addresses = addressStep(own, vendor, hasAlias);
  return {
    chain: chainStep(found, addresses.finding),
    addresses,
    address: firstOf(union(own)),
    vendorAddress: firstOf(
      hasAlias ? union(vendor) : union(vendor).filter((each) => union(own).includes(each)),
    ),
  };
}

/** Prefers IPv4, which every network has. */
function firstOf(addresses: readonly string[]): string | null {
  return addresses.find((each) => isIPv4(each)) ?? addresses[0] ?? null;
}

/** Says what it means that a name has no alias. */
const ends = { none: 'name', missing: 'not-found', silent: 'no-answer' } as const;

async function followAliases(resolver: NameResolver, name: string, inTime: AbortSignal): Promise<Chain> {
  const names = [name];
  for (;;) {
    const last = names.at(-1) ?? name;
    // The vendor may give its own name an alias, which is its business.
    if (last === standardEntry.host) return { names, end: 'name' };
    const answer = await resolver.alias(last);
    if (answer.kind !== 'found') return { names, end: ends[answer.kind] };
    const next = (answer.values[0] ?? '').toLowerCase().replace(/\.$/, '');
    const seen = names.includes(next);
    names.push(next);
    if (seen) return { names, end: 'loop' };
    // Each question has its own limit, and sixteen in a row could take a minute.
    if (inTime.aborted) return { names, end: 'no-answer' };
    if (names.length > mostAliases) return { names, end: 'too-long' };
  }
}

async function bothAddresses(resolver: NameResolver, name: string) {
  const answers = await Promise.all([resolver.addresses(name), resolver.addresses(standardEntry.host)]);
  return answers.map(valuesOf) as [string[] | null, string[] | null];
}

function valuesOf(answer: NameAnswer): string[] | null {
  if (answer.kind === 'found') return answer.values;
  return answer.kind === 'silent' ? null : [];
}

async function portStep(parts: EntryCheckParts, address: string | null): Promise<EntryStep> {
  const { network, limits, port = standardEntry.port } = parts;
  if (address === null) return entryStep('port', 'skipped');
  const where = [isIPv4(address) ? `${address}:${port}` : `[${address}]:${port}`];
  try {
    const socket = await within('connect', limits.connectMs, (signal) =>
      network.connect(address, port, signal),
    );
    socket.destroy();
    return entryStep('port', 'open', where);
  } catch (error) {
    return entryStep('port', portFinding(error), where);
  }
}

function portFinding(error: unknown): EntryFinding {
  if (!(error instanceof Stopped)) throw error;
  if (error.problem === 'silent' || error.problem === 'no-route') return error.problem;
  return 'refused';
}

async function certificateStep(parts: EntryCheckParts, name: string, address: string): Promise<EntryStep> {
  const { network, limits, port = standardEntry.port } = parts;
  try {
    const socket = await within('connect', limits.connectMs, (signal) =>
      network.connect(address, port, signal),
    );
    socket.on('error', () => {});
    try {
      const { names, covers } = await within('entry-tls', limits.tlsMs, (signal) =>
        network.certificateNames(socket, name, signal),
      );
      return entryStep('certificate', covers ? 'covers' : 'other-names', names);
    } finally {
      socket.destroy();
    }
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    return entryStep('certificate', error.problem === 'entry-certificate' ? 'untrusted' : 'no-tls');
  }
}
