import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import type { CommandInput, CommandName, CommandOutcome } from '../../electron/contract/commands.ts';
import { networkFailure } from '../../electron/oxylabs/network-errors.ts';
import { refusal } from '../../electron/oxylabs/refusal.ts';
import { proves } from '../matrix/fault.ts';
import { network } from '../matrix/network.ts';
import { platform } from '../matrix/platform.ts';
import { type App, launch, newProfile, removeProfiles } from '../support/app.ts';
import { bigBody, dripping, hangUp, redirectTo, silence, withCookie } from '../support/harms.ts';
import { answerFaults } from '../support/network-faults.ts';
import { selfSigned } from '../support/self-signed.ts';
import { signIn } from '../support/sign-in.ts';
import { SimulatorServer } from '../support/simulator-server.ts';
import { TrayHost } from '../support/tray-host.ts';

/** One run of the app lives through all of these: each fault is followed by a good refresh, and nothing is started anew. */
test.describe.configure({ mode: 'serial' });

const electron = 'Electron';
const everything = /^/;
const writes = /^(POST|PATCH|DELETE)/;
const garbage = '{"value":{"refreshInterv';

let server: SimulatorServer;
let tray: TrayHost;
let app: App;
let page: Page;
let popover: Page;

test.beforeAll(async () => {
  server = await SimulatorServer.start({ subUserCount: 40 });
  server.simulator.account.monthOverride = { trafficGb: 1.2361 };
  tray = await TrayHost.start();
  const profile = newProfile();
  writeFileSync(join(profile, 'settings.json'), garbage);
  writeFileSync(join(profile, 'settings.json.tmp-1234567'), 'half');
  app = await launch({ apiUrl: server.url, profile });
  page = await app.window('manager');
  await signIn(page);
  await expect(page.getByRole('heading', { name: 'Sub-users' })).toBeVisible();
  await tray.click();
  popover = await app.window('popover');
});
test.afterAll(async () => {
  await app.close();
  await tray.stop();
  await server.stop();
  removeProfiles();
});
test.beforeEach(() => {
  server.seen.length = 0;
});

function command<Name extends CommandName>(
  name: Name,
  input: CommandInput<Name>,
): Promise<CommandOutcome<Name>> {
  // Past the page's types: Playwright unwraps what it hands over in a way that they do not follow.
  return page.evaluate(([asked, value]) => window.oxygauge.command(asked as 'refresh', value as null), [
    name,
    input as unknown,
  ] as const) as Promise<CommandOutcome<Name>>;
}
const aWrite = (limitGb: number) => {
  const [id = 0] = [...server.simulator.account.people.keys()].slice(3);
  return command('updateSubUser', { id, changes: { limitGb }, seen: null });
};
const refresh = () => command('refresh', null);
const sentWrites = () => server.seen.filter(({ method }) => method !== 'GET').map(({ method }) => method);

/** Said in the popover beside the old figure; and the next refresh is good. */
async function expectSaidAndOver(says: RegExp, clear: () => unknown): Promise<void> {
  await expect(popover.getByText(says)).toBeAttached();
  await expect(popover.getByRole('status')).toHaveText('1.24 GB');
  await clear();
  expect(await refresh()).toEqual({ ok: true, value: null });
  await expect(popover.getByText(says)).not.toBeAttached();
}

let round = 0;

/** Each write under a fault: the server saw it once, and what is told of it is true. */
async function expectWritesOnce(): Promise<void> {
  round += 1;
  const { people } = server.simulator.account;
  const username = `once_only_${round}`;
  const [changed = 0, deleted = 0] = [...people.keys()].slice(-2);
  const created = await command('createSubUser', {
    username,
    password: 'Abcdefgh_1234',
    limitGb: 1,
    lifetime: false,
    disablesAtLimit: true,
  });
  const limitGb = 100 + round;
  const updated = await command('updateSubUser', { id: changed, changes: { limitGb }, seen: null });
  const removed = await command('deleteSubUser', { id: deleted });
  expect(sentWrites()).toEqual(['POST', 'PATCH', 'DELETE']);
  const names = [...people.values()].filter((each) => each.username === username);
  expect(names.length).toBeLessThanOrEqual(1);
  expect([created, updated, removed].map(toldAsDone)).toEqual([
    names.length === 1,
    people.get(changed)?.limitGb === limitGb,
    !people.has(deleted),
  ]);
}

function toldAsDone(outcome: CommandOutcome<CommandName>): boolean | 'unknown' {
  if (outcome.ok) return true;
  if (outcome.failure.kind !== 'unclear-write') return false;
  return outcome.failure.done === 'unknown' ? 'unknown' : outcome.failure.done === 'yes';
}

for (const { id, by, failure, says, endless } of answerFaults) {
  // Nothing but time ends these: they have a test of their own.
  if (endless) continue;
  test(proves(network, id, electron), async () => {
    server.harm = { on: everything, by };
    expect(await refresh()).toEqual({ ok: false, failure });
    await expectSaidAndOver(says, () => {
      server.harm = null;
    });
    server.harm = { on: writes, by };
    server.seen.length = 0;
    await expectWritesOnce();
    server.harm = null;
  });
}

test(proves(network, 'refused', electron), async () => {
  await server.stop();
  expect(await refresh()).toEqual({ ok: false, failure: { kind: 'unreachable', reason: 'refused' } });
  await expectSaidAndOver(/the connection was refused/, () => server.comeBack());
});

test(proves(network, 'reset-at-connect', electron), async () => {
  server.resetsConnections = true;
  server.dropConnections();
  expect(await refresh()).toEqual({
    ok: false,
    failure: { kind: 'unreachable', reason: 'connection-lost' },
  });
  await expectSaidAndOver(/connection was cut/, () => {
    server.resetsConnections = false;
  });
});

/** What Electron's network says of an address, in its words and as the app understands them. */
async function failureAt(url: string, certificateError: number | null = null) {
  const said = await app.electron.evaluate(
    async ({ session }, [address, error]) => {
      // A session remembers what it thinks of a certificate.
      const own = session.fromPartition(error === null ? 'oxylabs' : `verified-${error}`);
      if (error !== null) own.setCertificateVerifyProc((_request, answer) => answer(error));
      return own.fetch(address).then(
        ({ status }) => ({ status, message: '' }),
        (thrown: unknown) => ({ status: null, message: thrown instanceof Error ? thrown.message : '' }),
      );
    },
    [url, certificateError] as const,
  );
  const { status, message } = said;
  return {
    message,
    failure: status === null ? networkFailure(new Error(message)) : refusal(status, '', null),
  };
}

test(proves(network, 'dns', electron), async () => {
  const { failure } = await failureAt('https://oxygauge.invalid/v2/login');
  expect(failure).toEqual({ kind: 'unreachable', reason: 'name-not-found' });
});

for (const [id, name, code] of [
  ['tls-unknown-ca', 'AUTHORITY_INVALID', null],
  // Chromium would name the unknown authority first, so these are what its verifier finds.
  ['tls-wrong-host', 'COMMON_NAME_INVALID', -200],
  ['tls-expired', 'DATE_INVALID', -201],
] as const) {
  test(proves(network, id, electron), async () => {
    const secure = await SimulatorServer.start({}, { tls: selfSigned });
    const { message, failure } = await failureAt(`https://127.0.0.1:${secure.port}/v2/login`, code);
    expect(message).toBe(`net::ERR_CERT_${name}`);
    expect(failure).toEqual({ kind: 'unreachable', reason: 'tls' });
    expect(secure.seen).toEqual([]);
    await secure.stop();
  });
}

test(proves(network, 'proxy-auth', electron), async () => {
  const proxy = await strictProxy();
  await useProxy(`127.0.0.1:${(proxy.address() as AddressInfo).port}`);
  expect(await refresh()).toEqual({ ok: false, failure: { kind: 'unreachable', reason: 'proxy' } });
  // Where TLS is spoken the proxy is asked for a tunnel.
  expect((await failureAt('https://oxygauge.invalid/v2')).failure).toEqual({
    kind: 'unreachable',
    reason: 'proxy',
  });
  await expectSaidAndOver(/The proxy set on this computer/, () => useProxy(null));
  proxy.closeAllConnections();
  proxy.close();
});

function useProxy(address: string | null): Promise<void> {
  return app.electron.evaluate(async ({ session }, rules) => {
    const own = session.fromPartition('oxylabs');
    const loopbackToo = '<-loopback>';
    await own.setProxy(
      rules === null ? { mode: 'direct' } : { proxyRules: rules, proxyBypassRules: loopbackToo },
    );
    await own.closeAllConnections();
  }, address);
}

async function strictProxy(): Promise<Server> {
  const refusal = { 'Proxy-Authenticate': 'Basic realm="proxy"' };
  const proxy = createServer((_request, response) => response.writeHead(407, refusal).end());
  proxy.on('connect', (_request, socket) =>
    socket.end(
      'HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="proxy"\r\n\r\n',
    ),
  );
  await new Promise<void>((done) => proxy.listen(0, '127.0.0.1', done));
  return proxy;
}

test(proves(network, 'redirect', electron), async () => {
  const elsewhere = await SimulatorServer.start();
  server.harm = { on: everything, by: redirectTo(`${elsewhere.url}/login`) };
  expect(await refresh()).toEqual({ ok: false, failure: { kind: 'unreachable', reason: 'redirected' } });
  await expectSaidAndOver(/sent the request elsewhere/, () => {
    server.harm = null;
  });
  expect(elsewhere.seen).toEqual([]);
  await elsewhere.stop();
});

test(proves(platform, 'authorization-on-redirect', electron), async () => {
  const elsewhere = await SimulatorServer.start();
  server.harm = { on: writes, by: redirectTo(`${elsewhere.url}/login`) };
  await expectWritesOnce();
  server.harm = null;
  expect(elsewhere.seen).toEqual([]);
  await elsewhere.stop();
});

test(proves(platform, 'write-sent-again', electron), async () => {
  // Connections that were used before are those that Chromium trusts too much.
  expect(await refresh()).toMatchObject({ ok: true });
  await aWrite(1);
  for (let again = 0; again < 3; again += 1) {
    server.seen.length = 0;
    server.harm = { on: writes, by: hangUp };
    await expectWritesOnce();
    server.harm = null;
  }
});

test(proves(platform, 'net-errors', electron), async () => {
  const cut = { fault: { kind: 'cut', at: 'in-body' }, on: /client-stats/, times: 2 } as const;
  server.simulator.faults.add(cut);
  expect(await refresh()).toEqual({ ok: true, value: null });
  expect(server.count('GET') - server.seen.filter(({ path }) => /sub-users/.test(path)).length).toBe(3);
});

test(proves(platform, 'body-cap', electron), async () => {
  const body = bigBody();
  server.harm = { on: /client-stats/, by: body.by };
  expect(await refresh()).toEqual({
    ok: false,
    failure: { kind: 'not-understood', reason: 'too-large' },
  });
  server.harm = null;
  expect(body.sentBytes()).toBeLessThan(40_000_000);
});

test(proves(platform, 'cookies', electron), async () => {
  server.harm = { on: everything, by: withCookie };
  for (let again = 0; again < 2; again += 1) {
    await refresh();
    await aWrite(again);
  }
  server.harm = null;
  expect(server.seen.length).toBeGreaterThanOrEqual(6);
  for (const { headers } of server.seen) expect(headers).not.toHaveProperty('cookie');
});

test(proves(platform, 'user-agent', electron), async () => {
  await refresh();
  await aWrite(1);
  const names = new Set(server.seen.map(({ method, headers }) => `${method} ${headers['user-agent']}`));
  expect([...names].sort()).toEqual(['GET Oxygauge/0.1.0', 'PATCH Oxygauge/0.1.0']);
});

let lateWrites: Promise<CommandOutcome<CommandName>[]> | null = null;

/** A write has one try of ten seconds: both are waited for together. */
function writeIntoSilence(): Promise<CommandOutcome<CommandName>[]> {
  if (lateWrites !== null) return lateWrites;
  const by = { PATCH: dripping, DELETE: silence };
  server.harm = {
    on: /^(PATCH|DELETE)/,
    by: (response, honest) => by[response.req.method as keyof typeof by](response, honest),
  };
  const [changed = 0, deleted = 0] = [...server.simulator.account.people.keys()].slice(-2);
  lateWrites = Promise.all([
    command('updateSubUser', { id: changed, changes: { limitGb: 9 }, seen: null }),
    command('deleteSubUser', { id: deleted }),
  ]).finally(() => {
    server.harm = null;
  });
  return lateWrites;
}

for (const [index, id] of (['drip', 'hang'] as const).entries()) {
  test(proves(network, id, electron), async () => {
    const outcome = (await writeIntoSilence())[index];
    expect(outcome).toEqual({
      ok: false,
      failure: { kind: 'unclear-write', cause: { kind: 'timed-out' }, done: 'yes' },
    });
    expect(await refresh()).toEqual({ ok: true, value: null });
  });
}

test(proves(platform, 'no-sandbox'), async () => {
  const pids = await app.electron.evaluate(({ app: running }) =>
    running
      .getAppMetrics()
      .filter(({ type }) => type === 'Tab')
      .map(({ pid }) => pid),
  );
  expect(pids).not.toEqual([]);
  // Root runs without. Mode 2: each call is filtered.
  const mode = process.getuid?.() === 0 ? '0' : '2';
  for (const pid of pids) {
    expect(readFileSync(`/proc/${pid}/status`, 'utf8')).toMatch(new RegExp(`^Seccomp:\\s+${mode}$`, 'm'));
  }
});

test(proves(platform, 'corrupt-file'), () => {
  const kept = readdirSync(app.profile, { encoding: 'utf8' })
    .filter((name) => /^settings.+\.json/.test(name))
    .map((name) => readFileSync(join(app.profile, name), 'utf8'));
  expect(kept).toEqual([garbage]);
});

test(proves(platform, 'orphan-files'), () => {
  expect(readdirSync(app.profile).filter((name) => name.includes('.tmp-'))).toEqual([]);
});
