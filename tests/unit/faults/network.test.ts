import { createServer } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { describeFailure } from '../../../electron/text/failure.ts';
import { proves } from '../../matrix/fault.ts';
import { network } from '../../matrix/network.ts';
import { expired, forAnotherHost, testAuthority } from '../../support/server/bad-certificates.ts';
import { bigBody, redirectTo } from '../../support/server/broken-answers.ts';
import { answerFaults } from '../../support/server/network-faults.ts';
import { selfSigned } from '../../support/server/self-signed.ts';
import { SimulatorServer } from '../../support/server/simulator-server.ts';
import { expectReadToSurvive, expectWritesOnce } from '../../support/unit/fault-proof.ts';
import { fetchTrusting } from '../../support/unit/fetch-trusting.ts';
import { openRealWay, type RealWay, wayTo } from '../../support/unit/way-to-server.ts';

/** Long enough for an answer on a busy machine, and short enough to wait for several times. */
const shortLimitMs = 500;
const everything = /^/;
const writes = /^(POST|PATCH|DELETE)/;

let way: RealWay | null = null;
const open = async (attemptLimitMs?: number) => {
  way = await openRealWay(attemptLimitMs);
  return way;
};
afterEach(async () => {
  await way?.server.stop();
  way = null;
});

for (const { id, by, endless, ...expected } of answerFaults) {
  test(proves(network, id, 'reading'), async () => {
    const account = await open(endless && shortLimitMs);
    account.server.harm = { on: everything, by };
    const begin = Date.now();
    await expectReadToSurvive(account, expected, () => {
      account.server.harm = null;
    });
    // All attempts and the recovery, with room for a busy machine.
    if (endless) expect(Date.now() - begin).toBeLessThan(8 * shortLimitMs);
  }, 30_000);

  test(proves(network, id, 'writing'), async () => {
    const account = await open(endless && shortLimitMs);
    account.server.harm = { on: writes, by };
    await expectWritesOnce(account);
    // The requests that reached the server, not those handed to fetch.
    expect(account.server.seen.filter(({ method }) => method !== 'GET').map(({ method }) => method)).toEqual([
      'POST',
      'PATCH',
      'DELETE',
    ]);
  });
}

const refused = {
  failure: { kind: 'unreachable', reason: 'refused' },
  says: /cannot be reached: the connection was refused/,
  tries: 3,
} as const;

test(proves(network, 'refused'), async () => {
  const account = await open();
  const closed = await closedPort();
  account.lead(everything, wayTo(`http://127.0.0.1:${closed}`));
  await expectWritesOnce(account);
  account.requests.length = 0;
  await expectReadToSurvive(account, refused, () => account.lead(everything, null));
});

test(proves(network, 'reset-at-connect'), async () => {
  const account = await open();
  account.lead(writes, wayTo(await resettingServer()));
  await expectWritesOnce(account);
  account.requests.length = 0;
  account.lead(everything, wayTo(await resettingServer()));
  const cut = { kind: 'unreachable', reason: 'connection-lost' } as const;
  await expectReadToSurvive(account, { failure: cut, says: /connection was cut/, tries: 3 }, () =>
    account.lead(everything, null),
  );
});

test(proves(network, 'dns'), async () => {
  const account = await open();
  account.lead(everything, wayTo('http://oxygauge.invalid'));
  await expectWritesOnce(account);
  account.requests.length = 0;
  const lost = { kind: 'unreachable', reason: 'name-not-found' } as const;
  expect(describeFailure(lost)).not.toBe(describeFailure(refused.failure));
  await expectReadToSurvive(account, { failure: lost, says: /address .* could not be found/, tries: 3 }, () =>
    account.lead(everything, null),
  );
});

/** Answers as Chromium does: the proxy's answer if the API is spoken to without TLS, else a separate error. */
const proxyAnswers: [string, () => Promise<Response>][] = [
  ['a 407', async () => new Response(null, { status: 407 })],
  ['no tunnel', () => Promise.reject(netError('ERR_TUNNEL_CONNECTION_FAILED'))],
  ['asked out of turn', () => Promise.reject(netError('ERR_UNEXPECTED_PROXY_AUTH'))],
];

for (const [how, answer] of proxyAnswers) {
  test(proves(network, 'proxy-auth', how), async () => {
    const account = await open();
    account.lead(writes, answer);
    await expectWritesOnce(account);
    account.requests.length = 0;
    account.lead(everything, answer);
    const failure = { kind: 'unreachable', reason: 'proxy' } as const;
    await expectReadToSurvive(
      account,
      { failure, says: /The proxy set on this computer .* asks for a password/, tries: 1 },
      () => account.lead(everything, null),
    );
    expect(account.server.count('POST')).toBe(0);
  });
}

const certificates = [
  { id: 'tls-expired', tls: expired, code: 'CERT_HAS_EXPIRED' },
  { id: 'tls-wrong-host', tls: forAnotherHost, code: 'ERR_TLS_CERT_ALTNAME_INVALID' },
  { id: 'tls-unknown-ca', tls: selfSigned, code: 'DEPTH_ZERO_SELF_SIGNED_CERT' },
] as const;

for (const { id, tls, code } of certificates) {
  test(proves(network, id), async () => {
    const account = await open();
    const secure = await SimulatorServer.start({}, { tls });
    const origin = `https://127.0.0.1:${secure.port}`;
    // Fails for this reason only.
    await expect(fetchTrusting(testAuthority)(new Request(origin))).rejects.toMatchObject({
      cause: { code },
    });
    account.lead(everything, wayTo(origin, fetchTrusting(testAuthority)));
    await expectWritesOnce(account);
    account.requests.length = 0;
    const failure = { kind: 'unreachable', reason: 'certificate' } as const;
    await expectReadToSurvive(account, { failure, says: /certificate was not accepted/, tries: 1 }, () =>
      account.lead(everything, null),
    );
    expect(secure.seen).toEqual([]);
    await secure.stop();
  });
}

test(proves(network, 'redirect'), async () => {
  const account = await open();
  const elsewhere = await SimulatorServer.start();
  account.server.harm = { on: everything, by: redirectTo(`${elsewhere.url}/login`) };
  await expectReadToSurvive(
    account,
    { failure: { kind: 'unreachable', reason: 'redirected' }, says: /sent the request elsewhere/, tries: 1 },
    () => {
      account.server.harm = { on: writes, by: redirectTo(`${elsewhere.url}/login`) };
    },
  );
  await expectWritesOnce(account);
  expect(elsewhere.seen).toEqual([]);
  await elsewhere.stop();
});

test(proves(network, 'big-body', 'the server is stopped'), async () => {
  const account = await open();
  const body = bigBody();
  account.server.harm = { on: /sub-users/, by: body.by };
  const memoryBefore = process.memoryUsage.rss();
  await account.list.readAgain();
  // 10 MB and the buffers on the way.
  expect(body.sentBytes()).toBeLessThan(40_000_000);
  expect(process.memoryUsage.rss() - memoryBefore).toBeLessThan(150_000_000);
});

function netError(name: string): TypeError {
  return new TypeError('fetch failed', { cause: new Error(`net::${name}`) });
}

async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** Returns the address of a server that resets connections. It ends with the process and keeps nothing open. */
async function resettingServer(): Promise<string> {
  const server = createServer((socket) => socket.resetAndDestroy()).unref();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
}
