import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { CommandName, CommandOutcome } from '../../electron/contract/commands.ts';
import { test } from '../driver/desktop-session.ts';
import { until } from '../driver/until.ts';
import { pageProcesses } from '../driver/windows.ts';
import { proves } from '../matrix/fault.ts';
import { network } from '../matrix/network.ts';
import { platform } from '../matrix/platform.ts';
import { failureAt, strictProxy, useProxy } from '../support/e2e/electron-network.ts';
import { LastingApp } from '../support/e2e/long-running-app.ts';
import {
  bigBody,
  dripping,
  hangUp,
  redirectTo,
  silence,
  withCookie,
} from '../support/server/broken-answers.ts';
import { answerFaults } from '../support/server/network-faults.ts';
import { selfSigned } from '../support/server/self-signed.ts';
import { SimulatorServer } from '../support/server/simulator-server.ts';
import { reportedAsDone } from '../support/unit/reported-done.ts';

/** One run of the app goes through all of these: each fault is followed by a good refresh, without a restart. */
test.describe.configure({ mode: 'serial' });

const electron = 'Electron';
const everything = /^/;
const writes = /^(POST|PATCH|DELETE)/;
const garbage = '{"value":{"refreshInterv';

let run: LastingApp;
test.beforeAll(async () => {
  run = await LastingApp.start((profile) => {
    writeFileSync(join(profile, 'settings.json'), garbage);
    writeFileSync(join(profile, 'settings.json.tmp-1234567'), 'half');
  });
});
test.afterAll(() => run.end());
test.beforeEach(() => {
  run.server.seen.length = 0;
});

for (const { id, by, failure, says, endless } of answerFaults) {
  // Only a time limit ends these, so they have their own test.
  if (endless) continue;
  test(proves(network, id, electron), async () => {
    run.server.harm = { on: everything, by };
    expect(await run.refresh()).toEqual({ ok: false, failure });
    await run.expectSaidAndOver(says, () => {
      run.server.harm = null;
    });
    run.server.harm = { on: writes, by };
    run.server.seen.length = 0;
    await run.expectWritesOnce();
    run.server.harm = null;
  });
}

test(proves(network, 'refused', electron), async () => {
  await run.server.stop();
  expect(await run.refresh()).toEqual({ ok: false, failure: { kind: 'unreachable', reason: 'refused' } });
  await run.expectSaidAndOver(/the connection was refused/, () => run.server.comeBack());
});

test(proves(network, 'reset-at-connect', electron), async () => {
  run.server.resetsConnections = true;
  run.server.dropConnections();
  expect(await run.refresh()).toEqual({
    ok: false,
    failure: { kind: 'unreachable', reason: 'connection-lost' },
  });
  await run.expectSaidAndOver(/connection was cut/, () => {
    run.server.resetsConnections = false;
  });
});

test(proves(network, 'dns', electron), async () => {
  const { failure } = await failureAt(run.app, 'https://oxygauge.invalid/v2/login');
  expect(failure).toEqual({ kind: 'unreachable', reason: 'name-not-found' });
});

for (const [id, name, code] of [
  ['tls-unknown-ca', 'AUTHORITY_INVALID', null],
  // Chromium would report the unknown authority first, so the test sets the verifier's other findings.
  ['tls-wrong-host', 'COMMON_NAME_INVALID', -200],
  ['tls-expired', 'DATE_INVALID', -201],
] as const) {
  test(proves(network, id, electron), async () => {
    const secure = await SimulatorServer.start({}, { tls: selfSigned });
    const { message, failure } = await failureAt(run.app, `https://127.0.0.1:${secure.port}/v2/login`, code);
    expect(message).toBe(`net::ERR_CERT_${name}`);
    expect(failure).toEqual({ kind: 'unreachable', reason: 'certificate' });
    expect(secure.seen).toEqual([]);
    await secure.stop();
  });
}

test(proves(network, 'proxy-auth', electron), async () => {
  const proxy = await strictProxy();
  await useProxy(run.app, `127.0.0.1:${(proxy.address() as AddressInfo).port}`);
  expect(await run.refresh()).toEqual({ ok: false, failure: { kind: 'unreachable', reason: 'proxy' } });
  // For TLS, the proxy is asked for a tunnel.
  expect((await failureAt(run.app, 'https://oxygauge.invalid/v2')).failure).toEqual({
    kind: 'unreachable',
    reason: 'proxy',
  });
  await run.expectSaidAndOver(/The proxy set on this computer/, () => useProxy(run.app, null));
  proxy.closeAllConnections();
  proxy.close();
});

test(proves(network, 'redirect', electron), async () => {
  const elsewhere = await SimulatorServer.start();
  run.server.harm = { on: everything, by: redirectTo(`${elsewhere.url}/login`) };
  expect(await run.refresh()).toEqual({ ok: false, failure: { kind: 'unreachable', reason: 'redirected' } });
  await run.expectSaidAndOver(/sent the request elsewhere/, () => {
    run.server.harm = null;
  });
  expect(elsewhere.seen).toEqual([]);
  await elsewhere.stop();
});

test(proves(platform, 'authorization-on-redirect', electron), async () => {
  const elsewhere = await SimulatorServer.start();
  run.server.harm = { on: writes, by: redirectTo(`${elsewhere.url}/login`) };
  await run.expectWritesOnce();
  run.server.harm = null;
  expect(elsewhere.seen).toEqual([]);
  await elsewhere.stop();
});

test(proves(platform, 'write-sent-again', electron), async () => {
  // Chromium trusts reused connections too much, so the test uses one.
  expect(await run.refresh()).toMatchObject({ ok: true });
  await run.aWrite(1);
  for (let again = 0; again < 3; again += 1) {
    run.server.seen.length = 0;
    run.server.harm = { on: writes, by: hangUp };
    await run.expectWritesOnce();
    run.server.harm = null;
  }
});

for (const status of [401, 421]) {
  test(`a write that ${status} makes arrive twice takes effect once, and is reported as it is`, async () => {
    const { people } = run.server.simulator.account;
    const [changed = 0, deleted = 0] = [...people.keys()].slice(-2);
    const username = `twice_${status}`;
    const password = 'Abcdefgh_1234';
    const once = { left: 1 };
    run.server.harm = {
      on: writes,
      by(response, honest) {
        const { status: honestly, headers, body } = honest();
        once.left -= 1;
        response.writeHead(once.left >= 0 ? status : honestly, headers).end(body);
      },
    };
    const rearm = () => {
      once.left = 1;
    };
    const wanted = { username, password, limitGb: 1, lifetime: false, disablesAtLimit: true };
    const created = await run.command('createSubUser', wanted);
    rearm();
    const updated = await run.command('updateSubUser', { id: changed, changes: { limitGb: 7 }, seen: null });
    rearm();
    const removed = await run.command('deleteSubUser', { id: deleted });
    run.server.harm = null;
    expect([created, updated, removed].map(reportedAsDone)).toEqual([true, true, true]);
    expect([...people.values()].filter((each) => each.username === username)).toHaveLength(1);
    expect(people.get(changed)?.limitGb).toBe(7);
    expect(people.has(deleted)).toBe(false);
    // Both are sent again: after 401 by Oxygauge with a new token, after 421 by Chromium.
    expect(
      run.server.seen.filter(({ method, path }) => method === 'PATCH' && path.endsWith(`/${changed}`)),
    ).toHaveLength(2);
  });
}

test(proves(platform, 'net-errors', electron), async () => {
  const cut = { fault: { kind: 'cut', at: 'in-body' }, on: /client-stats/, times: 2 } as const;
  run.server.simulator.faults.add(cut);
  expect(await run.refresh()).toEqual({ ok: true, value: null });
  expect(run.server.count('GET') - run.server.seen.filter(({ path }) => /sub-users/.test(path)).length).toBe(
    3,
  );
});

test(proves(platform, 'body-cap', electron), async () => {
  // Each answer that held its connection would use up one of Chromium's six for a host.
  for (let answer = 0; answer < 7; answer += 1) {
    const body = bigBody();
    run.server.harm = { on: /client-stats/, by: body.by };
    expect(await run.refresh()).toEqual({
      ok: false,
      failure: { kind: 'not-understood', reason: 'too-large' },
    });
    await until('the connection closed', () => body.isOver());
    expect(body.sentBytes()).toBeLessThan(40_000_000);
  }
  run.server.harm = null;
});

test(proves(platform, 'cookies', electron), async () => {
  run.server.harm = { on: everything, by: withCookie };
  for (let again = 0; again < 2; again += 1) {
    await run.refresh();
    await run.aWrite(again);
  }
  run.server.harm = null;
  expect(run.server.seen.length).toBeGreaterThanOrEqual(6);
  for (const { headers } of run.server.seen) expect(headers).not.toHaveProperty('cookie');
});

test(proves(platform, 'user-agent', electron), async () => {
  await run.refresh();
  await run.aWrite(1);
  const names = new Set(run.server.seen.map(({ method, headers }) => `${method} ${headers['user-agent']}`));
  expect([...names].sort()).toEqual(['GET Oxygauge/0.1.0', 'PATCH Oxygauge/0.1.0']);
});

let lateWrites: Promise<CommandOutcome<CommandName>[]> | null = null;

/** Sends writes that are never answered. Each has one try of ten seconds, so both run at once. */
function writeIntoSilence(): Promise<CommandOutcome<CommandName>[]> {
  if (lateWrites !== null) return lateWrites;
  const by = { PATCH: dripping, DELETE: silence };
  run.server.harm = {
    on: /^(PATCH|DELETE)/,
    by: (response, honest) => by[response.req.method as keyof typeof by](response, honest),
  };
  const [changed = 0, deleted = 0] = [...run.server.simulator.account.people.keys()].slice(-2);
  lateWrites = Promise.all([
    run.command('updateSubUser', { id: changed, changes: { limitGb: 9 }, seen: null }),
    run.command('deleteSubUser', { id: deleted }),
  ]).finally(() => {
    run.server.harm = null;
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
    expect(await run.refresh()).toEqual({ ok: true, value: null });
  });
}

test(proves(platform, 'no-sandbox'), async () => {
  // Root has no sandbox (mode 0). Mode 2: seccomp filters each call.
  const mode = process.getuid?.() === 0 ? '0' : '2';
  for (const pid of await pageProcesses(run.app)) {
    expect(readFileSync(`/proc/${pid}/status`, 'utf8')).toMatch(new RegExp(`^Seccomp:\\s+${mode}$`, 'm'));
  }
});

test(proves(platform, 'corrupt-file'), () => {
  const kept = readdirSync(run.app.profile, { encoding: 'utf8' })
    .filter((name) => /^settings.+\.json/.test(name))
    .map((name) => readFileSync(join(run.app.profile, name), 'utf8'));
  expect(kept).toEqual([garbage]);
});

test(proves(platform, 'orphan-files'), () => {
  expect(readdirSync(run.app.profile).filter((name) => name.includes('.tmp-'))).toEqual([]);
});
