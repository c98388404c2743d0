import { type AddressInfo, createServer } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { entryReportSchema } from '../../../electron/contract/own-entry.ts';
import { createDial } from '../../../electron/desktop/network/dial.ts';
import { createSystemResolver } from '../../../electron/desktop/network/system-resolver.ts';
import { checkEntry, checkName } from '../../../electron/monitor/connection/check-entry.ts';
import { createSimulator } from '../../../electron/oxylabs/simulator/simulator.ts';
import { mostAliases } from '../../../electron/proxy/entry-findings.ts';
import { proves } from '../../matrix/fault.ts';
import { ownEntry } from '../../matrix/own-entry.ts';
import { type DnsServer, startDnsServer, type ZoneEntry } from '../../support/server/dns-server.ts';
import { entryCertificate, targetCertificate } from '../../support/server/proxy-certificates.ts';
import { type ProxyServer, startProxyServer } from '../../support/server/proxy-server.ts';

const name = 'proxy.example.com';
const vendor = 'pr.oxylabs.io';
const loopback = { addresses: [['127.0.0.1']] };
const limits = { dnsMs: 20_000, connectMs: 2_000, tlsMs: 2_000 };
const { account } = createSimulator({ now: Date.now });
let dns: DnsServer;
let proxy: ProxyServer;
let dialed: string[] = [];

beforeAll(async () => {
  dns = await startDnsServer(new Map());
  proxy = await startProxyServer(() => account);
});
beforeEach(() => {
  dns.questions.length = 0;
  dialed = [];
});
afterAll(async () => {
  await dns.close();
  await proxy.close();
});

/** Checks the name against a zone, and dials loopback whatever its addresses are. */
async function checked(
  zone: Record<string, ZoneEntry>,
  port = proxy.port,
  authority = entryCertificate.cert,
) {
  dns.zone.clear();
  for (const [each, entry] of Object.entries(zone)) dns.zone.set(each, entry);
  const dial = createDial({ authority });
  const report = await checkEntry(
    {
      resolver: createSystemResolver(dns.port, 200),
      network: {
        ...dial,
        connect(host, to, signal) {
          dialed.push(`${host}:${to}`);
          return dial.connect('127.0.0.1', to, signal);
        },
      },
      limits,
      port,
    },
    name,
  );
  expect(entryReportSchema.parse(report)).toEqual(report);
  return {
    leadsToOxylabs: report.leadsToOxylabs,
    findings: report.steps.map(({ finding }) => finding),
    details: report.steps.map(({ details }) => details),
  };
}

const dead = ['skipped', 'skipped', 'skipped'];

test('checklist own-entry: the check asks for two names and that host only, and sends no login', async () => {
  const { leadsToOxylabs, findings, details } = await checked({
    [name]: { alias: vendor },
    [vendor]: loopback,
  });
  expect(leadsToOxylabs).toBe(true);
  expect(findings).toEqual(['cname', 'same-addresses', 'open', 'other-names']);
  expect(details).toEqual([
    [name, vendor],
    ['127.0.0.1'],
    [`127.0.0.1:${proxy.port}`],
    [vendor, `*.${vendor}`],
  ]);
  // Only the name and the vendor's entry are asked for, and no login is sent.
  expect(new Set(dns.questions.map((each) => each.split(' ')[1]))).toEqual(new Set([name, vendor]));
  expect(proxy.proxy.logins).toEqual([]);
});

test('an alias of an alias leads there too, and the vendor’s own aliases are not followed', async () => {
  const { leadsToOxylabs, details } = await checked({
    [name]: { alias: 'Second.Example.com' },
    'second.example.com': { alias: vendor },
    'Second.Example.com': { alias: vendor },
    [vendor]: { alias: 'nodes.example.net' },
    'nodes.example.net': loopback,
  });
  expect(leadsToOxylabs).toBe(true);
  expect(details[0]).toEqual([name, 'second.example.com', vendor]);
});

test('addresses that rotate behind an alias are no fault', async () => {
  const rotating = { addresses: [['203.0.113.1'], ['203.0.113.2'], ['203.0.113.3'], ['203.0.113.4']] };
  const { leadsToOxylabs, findings } = await checked({ [name]: { alias: vendor }, [vendor]: rotating });
  expect(leadsToOxylabs).toBe(true);
  expect(findings[1]).toBe('rotating');
});

test('a name without an alias that has the same addresses was flattened', async () => {
  const same = { addresses: [['203.0.113.1', '203.0.113.2', '2001:db8::1']] };
  const { leadsToOxylabs, findings } = await checked({ [name]: same, [vendor]: same });
  expect(leadsToOxylabs).toBe(true);
  expect(findings.slice(0, 3)).toEqual(['flattened', 'same-addresses', 'open']);
  expect(dialed[0]).toBe(`203.0.113.1:${proxy.port}`);
});

test('one shared address of two is not enough', async () => {
  const { leadsToOxylabs, findings } = await checked({
    [name]: { addresses: [['203.0.113.1', '203.0.113.9']] },
    [vendor]: { addresses: [['203.0.113.1']] },
  });
  expect(leadsToOxylabs).toBe(false);
  expect(findings.slice(0, 2)).toEqual(['elsewhere', 'some-addresses']);
});

test(proves(ownEntry, 'loop'), async () => {
  const { findings, details } = await checked({
    [name]: { alias: 'b.example.com' },
    'b.example.com': { alias: name },
  });
  expect(findings).toEqual(['loop', ...dead]);
  expect(details[0]).toEqual([name, 'b.example.com', name]);
  expect(dialed).toEqual([]);
});

test(proves(ownEntry, 'many-aliases'), async () => {
  const zone: Record<string, ZoneEntry> = { [name]: { alias: 'n0.example.com' } };
  for (let each = 0; each < 50; each += 1)
    zone[`n${each}.example.com`] = { alias: `n${each + 1}.example.com` };
  const { findings, details } = await checked({
    ...zone,
    'n50.example.com': { alias: vendor },
    [vendor]: loopback,
  });
  expect(findings).toEqual(['too-long', ...dead]);
  expect(details[0]).toHaveLength(mostAliases + 1);
  expect(dialed).toEqual([]);
});

test(proves(ownEntry, 'missing'), async () => {
  expect((await checked({})).findings).toEqual(['not-found', ...dead]);
  const dangling = await checked({ [name]: { alias: 'gone.example.com' } });
  expect(dangling.findings).toEqual(['not-found', ...dead]);
  expect(dangling.details[0]).toEqual([name, 'gone.example.com']);
  expect(dialed).toEqual([]);
});

test(proves(ownEntry, 'no-answer'), async () => {
  expect(await checked({ [name]: 'silent', [vendor]: loopback })).toMatchObject({
    leadsToOxylabs: false,
    findings: ['no-answer', 'no-answer', 'skipped', 'skipped'],
  });
});

test(proves(ownEntry, 'no-answer', 'slow aliases'), async () => {
  let asked = 0;
  const slow = {
    async alias() {
      asked += 1;
      await new Promise((done) => setTimeout(done, 30));
      return { kind: 'found' as const, values: [`n${asked}.example.com`] };
    },
    addresses: async () => ({ kind: 'silent' as const }),
  };
  const { chain } = await checkName({ resolver: slow, limits: { dnsMs: 50 } }, name);
  expect(chain).toMatchObject({ finding: 'no-answer', verdict: 'unknown' });
  expect(asked).toBeLessThan(mostAliases);
});

test(proves(ownEntry, 'changing'), async () => {
  const { leadsToOxylabs, findings } = await checked({
    [name]: { addresses: [['203.0.113.1'], ['203.0.113.2']] },
    [vendor]: { addresses: [['198.51.100.1']] },
  });
  expect(leadsToOxylabs).toBe(false);
  expect(findings.slice(0, 2)).toEqual(['elsewhere', 'changed']);
});

test(proves(ownEntry, 'private'), async () => {
  const vendorElsewhere = { [vendor]: { addresses: [['203.0.113.1']] } };
  for (const address of ['127.0.0.1', '10.1.2.3', '192.168.1.1', '100.64.0.1', 'fd00::1']) {
    const { leadsToOxylabs, findings } = await checked({
      [name]: { addresses: [[address]] },
      ...vendorElsewhere,
    });
    expect(leadsToOxylabs).toBe(false);
    expect(findings.slice(0, 3)).toEqual(['elsewhere', 'private', 'open']);
  }
});

test(proves(ownEntry, 'provider-proxy'), async () => {
  const { leadsToOxylabs, findings } = await checked({
    [name]: { addresses: [['104.18.2.3', '2606:4700::6812:203']] },
    [vendor]: { addresses: [['203.0.113.1']] },
  });
  expect(leadsToOxylabs).toBe(false);
  expect(findings.slice(0, 2)).toEqual(['hidden', 'provider-proxy']);
});

test(proves(ownEntry, 'elsewhere'), async () => {
  expect(
    await checked({
      [name]: { alias: 'pr.oxylabs.io.example.com' },
      'pr.oxylabs.io.example.com': { addresses: [['203.0.113.7']] },
      [vendor]: { addresses: [['203.0.113.1']] },
    }),
  ).toMatchObject({
    leadsToOxylabs: false,
    findings: ['elsewhere', 'other-addresses', 'open', 'other-names'],
  });
});

test(proves(ownEntry, 'closed-port'), async () => {
  const free = createServer();
  await new Promise<void>((done) => free.listen(0, '127.0.0.1', done));
  const { port } = free.address() as AddressInfo;
  await new Promise((done) => free.close(done));
  const { leadsToOxylabs, findings } = await checked({ [name]: { alias: vendor }, [vendor]: loopback }, port);
  expect(leadsToOxylabs).toBe(true);
  expect(findings.slice(2)).toEqual(['refused', 'skipped']);
});

test(proves(ownEntry, 'certificate'), async () => {
  const zone = { [name]: { alias: vendor }, [vendor]: loopback } as const;
  expect((await checked(zone)).findings[3]).toBe('other-names');
  expect((await checked(zone, proxy.port, targetCertificate.cert)).findings[3]).toBe('untrusted');
  const plain = createServer((socket) =>
    socket.on('error', () => {}).end('HTTP/1.1 400 Bad Request\r\n\r\n'),
  );
  await new Promise<void>((done) => plain.listen(0, '127.0.0.1', done));
  expect((await checked(zone, (plain.address() as AddressInfo).port)).findings[3]).toBe('no-tls');
  plain.close();
  expect(proxy.proxy.logins).toEqual([]);
});
