import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ConnectionTest } from '../../../electron/contract/connection-test.ts';
import { connectionReportSchema } from '../../../electron/contract/connection-test.ts';
import { createDial } from '../../../electron/desktop/network/dial.ts';
import { createSystemResolver } from '../../../electron/desktop/network/system-resolver.ts';
import { createConnectionActions } from '../../../electron/monitor/connection/connection-actions.ts';
import { usualLimits } from '../../../electron/monitor/connection/network.ts';
import { currentAccountId, updateAccount } from '../../../electron/monitor/state.ts';
import { Secret } from '../../../electron/oxylabs/secret.ts';
import { demoNetwork } from '../../../electron/oxylabs/simulator/proxy/demo-network.ts';
import { createSimulatedProxy } from '../../../electron/oxylabs/simulator/proxy/proxy.ts';
import { type DnsServer, startDnsServer, type ZoneEntry } from '../../support/server/dns-server.ts';
import { entryCertificate, targetCertificate } from '../../support/server/proxy-certificates.ts';
import { type ProxyServer, startProxyServer } from '../../support/server/proxy-server.ts';
import { type Account, openAccount } from '../../support/unit/account.ts';

const kept = 'Kept_password_1';
const own = 'proxy.example.com';
let account: Account;
let dns: DnsServer;
let server: ProxyServer;

beforeEach(async () => {
  account = await openAccount();
  dns = await startDnsServer(new Map());
  server = await startProxyServer(() => account.simulator.account);
});
afterEach(async () => {
  await dns.close();
  await server.close();
});

let dialed: string[] = [];

function actions() {
  dialed = [];
  const authority = `${entryCertificate.cert}\n${targetCertificate.cert}`;
  const dial = createDial({ authority, instead: server.port });
  return createConnectionActions({
    store: account.store,
    network: {
      ...dial,
      connect(host, port, signal) {
        dialed.push(`${host}:${port}`);
        return dial.connect(host, port, signal);
      },
    },
    resolver: createSystemResolver(dns.port, 200),
    limits: usualLimits,
    elapsed: () => performance.now(),
    passwordOf: async (username) => (username === 'seo_audit' ? new Secret(kept) : null),
  });
}

const wanted: ConnectionTest = {
  login: 'customer-seo_audit-cc-US-sessid-abc',
  entry: 'standard',
  country: '',
  protocol: 'http',
  password: 'Typed_password_1',
};

async function tested(change: Partial<ConnectionTest> = {}) {
  const outcome = await actions().testConnection({ ...wanted, ...change });
  if (!outcome.ok) throw new Error('The command failed.');
  expect(connectionReportSchema.parse(outcome.value)).toEqual(outcome.value);
  expect(JSON.stringify(outcome.value)).not.toMatch(/password_1/i);
  return outcome.value;
}

test('a test asks once through the paid proxy, and the API not at all', async () => {
  expect(await tested()).toMatchObject({ kind: 'works', exit: { country: { code: 'US' } } });
  expect([server.connections(), dns.questions, account.requests]).toEqual([1, [], []]);
});

test('a 407 is explained by the list, each cause with its remedy', async () => {
  const people = [...account.simulator.account.people.values()];
  for (const person of people) person.password = kept;
  expect(await tested()).toMatchObject({
    problem: 'authentication',
    status: 407,
    words: 'Access denied: user authentication failed.',
    causes: [],
    remedies: ['set-password'],
  });
  const password = kept;
  expect(await tested({ login: 'customer-real_estate_feed', password })).toMatchObject({
    problem: 'authentication',
    causes: ['disabled'],
    remedies: ['enable', 'set-password'],
  });
  expect(await tested({ login: 'customer-qa_staging', password })).toMatchObject({
    problem: 'limit',
    causes: ['blocked'],
    remedies: ['raise-limit'],
  });
  server.proxy.planUsedUp = true;
  account.store.setState(({ settings }) => ({
    settings: { ...settings, plan: { ...settings.plan, sizeGb: 1 } },
  }));
  expect(await tested({ password })).toMatchObject({
    problem: 'limit',
    causes: ['plan-used-up'],
    remedies: ['dashboard'],
  });
});

test('what is known explains nothing but a refused login', async () => {
  expect(await tested({ login: 'customer-fault_session' })).toMatchObject({
    problem: 'session',
    causes: [],
    remedies: ['new-session', 'wider-place'],
  });
});

test('each entry is reached at its own address', async () => {
  await tested();
  expect(dialed).toEqual(['pr.oxylabs.io:7777']);
  await tested({ entry: 'country', country: 'de' });
  expect(dialed).toEqual(['de-pr.oxylabs.io:30000']);
  await tested({ entry: 'hong-kong' });
  expect(dialed).toEqual(['a81298871.com:8000']);
});

test('without a kept password, nothing is sent', async () => {
  expect(await tested({ login: 'customer-serp_tracker', password: null })).toEqual({
    kind: 'not-tried',
    why: 'no-password',
  });
  expect(server.connections()).toBe(0);
});

test('a kept password is used for its own sub-user', async () => {
  for (const person of account.simulator.account.people.values()) person.password = kept;
  expect(await tested({ password: null })).toMatchObject({ kind: 'works' });
});

function keepEntry(zone: Record<string, ZoneEntry>): void {
  for (const [name, entry] of Object.entries(zone)) dns.zone.set(name, entry);
  account.store.setState(({ settings }) => ({ settings: { ...settings, ownEntry: own } }));
}

const vendor = 'pr.oxylabs.io';
const vendorAddresses = { addresses: [['203.0.113.1']] };

test('checklist test-password: a login goes to an own entry only at an address of Oxylabs, or of this network', async () => {
  expect(await tested({ entry: 'own', password: null })).toEqual({ kind: 'not-tried', why: 'no-entry' });
  keepEntry({ [own]: { addresses: [['203.0.113.66']] }, [vendor]: vendorAddresses });
  const unproved = { kind: 'not-tried', why: 'entry-unproved' };
  expect(await tested({ entry: 'own', password: null })).toEqual(unproved);
  expect(await tested({ entry: 'own' })).toEqual(unproved);
  dns.zone.set(own, { addresses: [['10.0.0.7']] });
  expect(await tested({ entry: 'own', password: null })).toEqual(unproved);
  expect(server.connections()).toBe(0);
  // A typed one, through a forwarder in the user's network.
  expect(await tested({ entry: 'own' })).toMatchObject({ kind: 'works' });
  expect(dialed).toEqual(['10.0.0.7:7777']);
});

test('behind an alias, and among foreign addresses, the login goes to the one that Oxylabs has by its own name', async () => {
  keepEntry({ [own]: { alias: vendor }, [vendor]: vendorAddresses });
  expect(await tested({ entry: 'own', password: null })).toMatchObject({ kind: 'works' });
  expect(dialed).toEqual(['203.0.113.1:7777']);
  dns.zone.set(own, { addresses: [['203.0.113.66', '203.0.113.1']] });
  expect(await tested({ entry: 'own', password: null })).toMatchObject({ kind: 'works' });
  expect(dialed).toEqual(['203.0.113.1:7777']);
});

test('the certificate of an HTTPS proxy has to have the own name', async () => {
  keepEntry({ [own]: { alias: vendor }, [vendor]: vendorAddresses });
  expect(await tested({ entry: 'own', protocol: 'https' })).toMatchObject({
    problem: 'entry-certificate',
    remedies: ['check-entry'],
  });
  expect(server.proxy.logins).toEqual([]);
});

test('what is known is said without any traffic', async () => {
  const explained = (login: string) => actions().explainConnection({ login });
  expect(await explained('real_estate_feed-cc-DE')).toEqual({
    ok: true,
    value: { causes: ['prefix', 'disabled'], remedies: ['enable'] },
  });
  const nothing = { ok: true, value: { causes: [], remedies: [] } };
  expect(await explained('customer-seo_audit')).toEqual(nothing);
  expect(await explained('customer-not_listed')).toMatchObject({ value: { causes: ['unknown-name'] } });
  const id = currentAccountId(account.store.getState());
  if (id !== null) updateAccount(account.store, id, { subUsers: null });
  expect(await explained('customer-not_listed')).toEqual(nothing);
  expect([server.connections(), dns.questions, account.requests]).toEqual([0, [], []]);
});

test('the demo tests and checks in its own process', async () => {
  const demo = createConnectionActions({
    ...demoNetwork(createSimulatedProxy({ account: () => account.simulator.account })),
    store: account.store,
    limits: usualLimits,
    elapsed: () => performance.now(),
    passwordOf: async () => null,
  });
  for (const protocol of ['http', 'https', 'socks5'] as const) {
    expect(await demo.testConnection({ ...wanted, protocol })).toMatchObject({ value: { kind: 'works' } });
  }
  expect(await demo.testConnection({ ...wanted, login: 'customer-qa_staging' })).toMatchObject({
    value: { kind: 'fails', problem: 'limit' },
  });
  const findings = async (name: string) => {
    const { value } = await demo.checkEntry({ name });
    return [value.leadsToOxylabs, ...value.steps.map(({ finding }) => finding)];
  };
  expect(await findings('proxy.example.com')).toEqual([
    true,
    'cname',
    'same-addresses',
    'open',
    'other-names',
  ]);
  expect(await findings('flat.example.com')).toEqual([
    true,
    'flattened',
    'same-addresses',
    'open',
    'other-names',
  ]);
  expect(await findings('proxied.example.com')).toEqual([
    false,
    'hidden',
    'provider-proxy',
    'silent',
    'skipped',
  ]);
  expect(await findings('private.example.com')).toContain('private');
  expect(await findings('missing.example.com')).toEqual([
    false,
    'not-found',
    'skipped',
    'skipped',
    'skipped',
  ]);
});
