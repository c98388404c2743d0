import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TryProblem } from '../../../electron/contract/connection-test.ts';
import { createDial } from '../../../electron/desktop/network/dial.ts';
import { within } from '../../../electron/monitor/connection/stopped.ts';
import { type Try, tryConnection } from '../../../electron/monitor/connection/try-connection.ts';
import { Secret } from '../../../electron/oxylabs/secret.ts';
import { type RefusalName, refusals } from '../../../electron/oxylabs/simulator/proxy/answers.ts';
import { createSimulator } from '../../../electron/oxylabs/simulator/simulator.ts';
import { proves } from '../../matrix/fault.ts';
import { proxy } from '../../matrix/proxy.ts';
import { entryCertificate, targetCertificate } from '../../support/server/proxy-certificates.ts';
import { type ProxyServer, startProxyServer } from '../../support/server/proxy-server.ts';

const { account } = createSimulator({ now: () => Date.UTC(2026, 10, 24) });
const dial = createDial({ authority: `${entryCertificate.cert}\n${targetCertificate.cert}` });
const generous = { dnsMs: 20_000, connectMs: 20_000, tlsMs: 20_000, tunnelMs: 20_000, answerMs: 20_000 };
const short = { dnsMs: 50, connectMs: 50, tlsMs: 50, tunnelMs: 50, answerMs: 50 };
const protocols = ['http', 'https', 'socks5'] as const;
const exit = {
  ip: '203.0.113.24',
  country: { code: 'US', agree: 3, of: 4 },
  city: 'Springfield',
  network: 'AS64500 Example Broadband',
};
let server: ProxyServer;

beforeAll(async () => {
  server = await startProxyServer(() => account);
});
afterAll(() => server.close());

type Wanted = {
  username?: string;
  protocol?: Try['protocol'];
  limits?: typeof generous;
  host?: string;
  port?: number;
};

function tried({ username = 'customer-seo_audit', protocol = 'http', limits = generous, ...entry }: Wanted) {
  return tryConnection(
    { network: dial, limits, elapsed: () => performance.now() },
    {
      entry: { host: 'pr.oxylabs.io', port: server.port, address: '127.0.0.1', ...entry },
      protocol,
      login: { username, password: new Secret('Any_password_1') },
    },
  );
}

/** Tries under the fault, and expects exactly one connection, whatever comes of it. */
async function triedUnder(fault: string, wanted: Wanted = {}) {
  const before = server.connections();
  const result = await tried({ username: `customer-fault_${fault.replaceAll('-', '_')}`, ...wanted });
  expect(server.connections() - before).toBe(1);
  return result;
}

test.each(protocols)('a request through the %s proxy shows where it left', async (protocol) => {
  const result = await tried({ protocol });
  expect(result).toEqual({
    kind: 'works',
    exit,
    connectMs: expect.any(Number),
    firstByteMs: expect.any(Number),
  });
  if (result.kind === 'works') expect(result.firstByteMs).toBeGreaterThanOrEqual(result.connectMs);
});

const meanings: Record<RefusalName, [TryProblem, TryProblem]> = {
  'not-parsed': ['bad-request', 'session'],
  'socks-version': ['bad-request', 'session'],
  parameters: ['parameters', 'session'],
  'invalid-request': ['bad-request', 'session'],
  restricted: ['restricted', 'restricted'],
  authentication: ['authentication', 'session'],
  limit: ['limit', 'session'],
  internal: ['vendor-fault', 'session'],
  session: ['session', 'session'],
  'exit-node': ['no-exit', 'session'],
  'invalid-response': ['exit-fault', 'session'],
  disconnected: ['exit-fault', 'session'],
  'timed-out': ['target-silent', 'target-silent'],
  'no-target': ['target-silent', 'target-silent'],
  'no-exit-522': ['no-exit', 'session'],
  'no-exit-525': ['no-exit', 'session'],
};
const names = Object.keys(refusals) as RefusalName[];

test.each(names)(proves(proxy, 'refusal', '%s'), async (name) => {
  const [problem] = meanings[name];
  const fails = { kind: 'fails', at: 'tunnel', problem, refusal: refusals[name] };
  expect(await triedUnder(name)).toMatchObject(fails);
  expect(await triedUnder(name, { protocol: 'https' })).toMatchObject(fails);
});

test(proves(proxy, 'refusal', 'words of any kind'), async () => {
  const words = `${'a\t\xa0<b>'.repeat(500)}`;
  const { port, close } = await rawServer((socket) =>
    socket.end(Buffer.from(`HTTP/1.1 407 x\r\nX-Error-Description: \x1f${words}\r\n\r\n`, 'latin1')),
  );
  const result = await tried({ port });
  expect(result.kind === 'fails' && (result.refusal?.words ?? result.problem)).toBeTruthy();
  expect(JSON.stringify(result).length).toBeLessThan(1_000);
  expect(JSON.stringify(result)).not.toMatch(/\\t|\\u00/);
  await close();
});

test.each(names)(proves(proxy, 'socks-refusal', '%s'), async (name) => {
  const [, problem] = meanings[name];
  const result = await triedUnder(name, { protocol: 'socks5' });
  expect(result).toMatchObject({ kind: 'fails', at: 'tunnel', problem, refusal: null });
});

test(proves(proxy, 'socks-refusal', 'wrong name'), async () => {
  expect(await tried({ username: 'customer-not_listed', protocol: 'socks5' })).toMatchObject({
    problem: 'authentication',
    refusal: null,
  });
});

test(proves(proxy, 'nothing-listens'), async () => {
  const free = createServer();
  const port = await listening(free);
  await new Promise((done) => free.close(done));
  expect(await tried({ port })).toMatchObject({ kind: 'fails', at: 'connect', problem: 'refused' });
});

test.each(protocols)(proves(proxy, 'silent', '%s'), async (protocol) => {
  const { port, close } = await rawServer(() => {});
  const at = protocol === 'https' ? 'entry-tls' : 'tunnel';
  expect(await tried({ protocol, port, limits: short })).toMatchObject({
    kind: 'fails',
    at,
    problem: 'silent',
  });
  expect(
    await triedUnder('silent-after-200', { protocol, limits: { ...generous, tlsMs: 300 } }),
  ).toMatchObject({
    at: 'target-tls',
    problem: 'silent',
  });
  await close();
});

test(proves(proxy, 'silent', 'a proxy that read the login'), async () => {
  expect(await triedUnder('silent', { limits: { ...generous, tunnelMs: 100 } })).toMatchObject({
    at: 'tunnel',
    problem: 'silent',
  });
});

test(proves(proxy, 'http-0-9'), async () => {
  expect(await triedUnder('http-0-9')).toMatchObject({ at: 'tunnel', problem: 'not-a-proxy' });
});

test(proves(proxy, 'http-0-9', 'SOCKS5'), async () => {
  const { port, close } = await rawServer((socket) => socket.end('<html>Welcome</html>'));
  expect(await tried({ port, protocol: 'socks5' })).toMatchObject({ at: 'tunnel', problem: 'not-a-proxy' });
  await close();
});

test(proves(proxy, 'big-headers'), async () => {
  expect(await triedUnder('big-headers')).toMatchObject({ at: 'tunnel', problem: 'not-a-proxy' });
});

test.each(protocols)(proves(proxy, 'closed-in-handshake', '%s'), async (protocol) => {
  const result = await triedUnder('closes-in-handshake', { protocol });
  expect(result).toMatchObject({ at: 'target-tls', problem: 'closed' });
});

test.each(protocols)(proves(proxy, 'plain-after-200', '%s'), async (protocol) => {
  const result = await triedUnder('plain-after-200', { protocol });
  expect(result).toMatchObject({ at: 'target-tls', problem: 'no-tunnel' });
});

test(proves(proxy, 'plain-after-200', 'in one piece'), async () => {
  const { port, close } = await rawServer((socket) => socket.end('HTTP/1.1 200 OK\r\n\r\nNot available.'));
  expect(await tried({ port })).toMatchObject({ at: 'target-tls', problem: 'no-tunnel' });
  await close();
});

test(proves(proxy, 'entry-certificate'), async () => {
  const result = await triedUnder('session', { protocol: 'https', host: 'proxy.example.com' });
  expect(result).toMatchObject({ at: 'entry-tls', problem: 'entry-certificate', refusal: null });
});

test('a proxy without TLS is reported as such', async () => {
  const { port, close } = await rawServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
  expect(await tried({ port, protocol: 'https' })).toMatchObject({
    at: 'entry-tls',
    problem: 'entry-no-tls',
  });
  await close();
});

test(proves(proxy, 'location-html'), async () => {
  expect(await triedUnder('location-html')).toMatchObject({ at: 'answer', problem: 'location-html' });
});

test(proves(proxy, 'location-huge'), async () => {
  expect(await triedUnder('location-huge')).toMatchObject({ at: 'answer', problem: 'location-too-large' });
});

test(proves(proxy, 'location-markup'), async () => {
  expect(await triedUnder('location-markup')).toMatchObject({ at: 'answer', problem: 'location-unreadable' });
});

test(proves(proxy, 'location-drip'), async () => {
  const result = await triedUnder('location-drip', { limits: { ...generous, answerMs: 200 } });
  expect(result).toMatchObject({ at: 'answer', problem: 'silent' });
});

test(proves(proxy, 'limit-midway'), async () => {
  const subUser = [...account.people.values()].find(({ username }) => username === 'intern_test');
  // Room for the beginning of a TLS handshake, and not for its end.
  if (subUser !== undefined) subUser.fixedGb = 1 - 300e-9;
  const username = 'customer-intern_test';
  expect(await tried({ username })).toMatchObject({ kind: 'fails', at: 'target-tls', problem: 'closed' });
  expect(await tried({ username })).toMatchObject({
    at: 'tunnel',
    problem: 'limit',
    refusal: refusals.limit,
  });
});

test.each(protocols)(proves(proxy, 'long-login', '%s'), async (protocol) => {
  const name = `customer-${'n'.repeat(200)}`;
  const username = `${name}-cc-GB-city-"$(touch /tmp/x)"\r\nX`;
  server.proxy.logins.length = 0;
  expect(await tried({ username, protocol })).toMatchObject({ kind: 'fails', problem: 'authentication' });
  expect(server.proxy.logins).toEqual([username]);
});

test('a name with a colon is never cut at it', async () => {
  server.proxy.logins.length = 0;
  const result = await tried({ username: 'customer-seo_audit:secret' });
  expect(result).toMatchObject({ at: 'tunnel', problem: 'bad-request' });
  expect(server.proxy.logins).toEqual([]);
});

test.each(protocols)(
  'a connection that is reset in the handshake with the target ends the test alone (%s)',
  async (protocol) => {
    const result = await triedUnder('resets-in-handshake', { protocol });
    expect(result).toMatchObject({ at: 'target-tls', problem: 'closed' });
  },
);

test('the time limit of the system is a proxy that says nothing', async () => {
  const late = Object.assign(new Error('connect ETIMEDOUT'), { code: 'ETIMEDOUT' });
  const ended = within('connect', 1_000, () => Promise.reject(late));
  await expect(ended).rejects.toMatchObject({ problem: 'silent' });
});

test('a name that SOCKS5 cannot carry is never cut', async () => {
  const username = `customer-${'n'.repeat(300)}`;
  server.proxy.logins.length = 0;
  expect(await tried({ username, protocol: 'socks5' })).toMatchObject({
    at: 'tunnel',
    problem: 'bad-request',
  });
  expect(server.proxy.logins).toEqual([]);
  expect(await tried({ username })).toMatchObject({ problem: 'authentication' });
  expect(server.proxy.logins).toEqual([username]);
});

/** Starts a server that does one thing with a connection, and reads nothing. */
async function rawServer(onSocket: (socket: Socket) => void) {
  const server = createServer((socket) => {
    onSocket(socket.on('error', () => {}));
    socket.resume();
  });
  return { port: await listening(server), close: () => new Promise((done) => server.close(done)) };
}

async function listening(server: Server): Promise<number> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return (server.address() as AddressInfo).port;
}
