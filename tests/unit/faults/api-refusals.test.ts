import { afterEach, expect, test } from 'vitest';
import type { ApiFailure } from '../../../electron/contract/failure.ts';
import { api } from '../../matrix/api.ts';
import { proves } from '../../matrix/fault.ts';
import {
  expectReadToSurvive,
  expectRecovery,
  expectWritesOnce,
  readNow,
  stateOf,
  writesOf,
} from '../../support/unit/fault-proof.ts';
import { openRealWay, type RealWay } from '../../support/unit/way-to-server.ts';

let way: RealWay | null = null;
const open = async () => {
  way = await openRealWay();
  return way;
};
afterEach(async () => {
  await way?.server.stop();
  way = null;
});

type Id = keyof typeof api.faults;
type Refusal = {
  id: Id;
  status: number;
  failure: ApiFailure;
  says: RegExp;
  tries: 1 | 3;
};

const rejected = (status: 400 | 403 | 409 | 413): Refusal => ({
  id: `status-${status}`,
  status,
  failure: { kind: 'rejected', status, message: 'Limit is too low' },
  says: /^Oxylabs refused: Limit is too low\.$/,
  tries: 1,
});
const broken = (status: 500 | 502 | 503 | 504): Refusal => ({
  id: `status-${status}`,
  status,
  failure: { kind: 'server-fault', status },
  says: new RegExp(`is having problems \\(${status}\\)`),
  tries: 3,
});

const refusals: Refusal[] = [
  rejected(400),
  rejected(403),
  {
    id: 'status-404',
    status: 404,
    failure: { kind: 'not-found' },
    says: /does not know this account/,
    tries: 1,
  },
  { id: 'status-408', status: 408, failure: { kind: 'timed-out' }, says: /did not answer in time/, tries: 3 },
  rejected(409),
  rejected(413),
  {
    id: 'status-429',
    status: 429,
    failure: { kind: 'rate-limited', retryAt: null },
    says: /asks for fewer requests/,
    tries: 3,
  },
  ...([500, 502, 503, 504] as const).map(broken),
];

for (const { id, status, ...expected } of refusals) {
  const refuse = { kind: 'refuse', status, body: '{"error":"Limit is too low"}' } as const;

  test(proves(api, id, 'reading'), async () => {
    const account = await open();
    const { faults } = account.simulator;
    faults.add({ fault: refuse });
    await expectReadToSurvive(account, expected, () => faults.clear());
  });

  // A 404 concerns the sub-user and has a separate test.
  if (status === 404) continue;
  test(proves(api, id, 'writing'), async () => {
    const account = await open();
    account.simulator.faults.add({ fault: refuse, on: /^(POST|PATCH|DELETE)/ });
    await expectWritesOnce(account);
    expect(account.server.seen.filter(({ method }) => method !== 'GET')).toHaveLength(3);
    account.simulator.faults.clear();
    await expectRecovery(account);
  });
}

test(proves(api, 'status-404', 'writing'), async () => {
  const account = await open();
  for (const { id } of [account.known('travel_fares'), account.known('seo_audit')]) {
    account.simulator.account.people.delete(id);
  }
  const [, update, remove] = writesOf(account);
  expect(await update?.ask()).toMatchObject({ failure: { kind: 'not-found' } });
  // Another client was quicker, and the result is the wanted one.
  expect(await remove?.ask()).toEqual({ ok: true, value: null });
  expect(account.roster().map(({ username }) => username)).not.toContain('travel_fares');
  expect(account.roster()).toHaveLength(10);
  expect(account.requests.filter((line) => !line.startsWith('GET'))).toHaveLength(2);
});

test(proves(api, 'status-401', 'reading'), async () => {
  const account = await open();
  account.simulator.account.expireTokens();
  await expectRecovery(account);
  expect(account.server.count('POST /v2/login')).toBe(1);
});

test(proves(api, 'status-401', 'writing'), async () => {
  const account = await open();
  account.simulator.account.expireTokens();
  const asked = writesOf(account);
  const outcomes = await Promise.all(asked.map(({ ask }) => ask()));
  expect(outcomes.every(({ ok }) => ok)).toBe(true);
  expect(account.server.count('POST /v2/login')).toBe(1);
  // Refused once for its token, then carried out once.
  expect(asked.map(({ isDone }) => isDone())).toEqual([true, true, true]);
  for (const method of ['PATCH', 'DELETE']) expect(account.server.count(method)).toBe(2);
});

const asksToWait = (retryAfter: string) =>
  ({ kind: 'refuse', status: 429, headers: { 'Retry-After': retryAfter } }) as const;

/** Returns the pause that the API asked for, in milliseconds from now; null if it was not understood. */
async function waitAfter(retryAfter: string): Promise<{ waitMs: number | null; tries: number }> {
  const account = await open();
  account.simulator.faults.add({ fault: asksToWait(retryAfter) });
  await readNow(account);
  const { problem } = stateOf(account);
  if (problem?.kind !== 'rate-limited') throw new Error('It should be rate-limited.');
  const tries = account.server.count('GET') / 2;
  account.simulator.faults.clear();
  await expectRecovery(account);
  await account.server.stop();
  return { waitMs: problem.retryAt === null ? null : problem.retryAt - account.clock.now(), tries };
}

test(proves(api, '429-seconds'), async () => {
  expect(await waitAfter('0')).toEqual({ waitMs: 0, tries: 3 });
  expect(await waitAfter('120')).toEqual({ waitMs: 120_000, tries: 1 });
});

test(proves(api, '429-date'), async () => {
  // The clock of these tests is at noon.
  expect(await waitAfter('Sun, 15 Mar 2026 12:02:00 GMT')).toEqual({ waitMs: 120_000, tries: 1 });
  expect(await waitAfter('Sun, 15 Mar 2020 12:02:00 GMT')).toEqual({ waitMs: 0, tries: 3 });
});

test(proves(api, '429-absurd'), async () => {
  const hour = { waitMs: 3_600_000, tries: 1 };
  for (const absurd of ['99999999999', `${'9'.repeat(400)}`, 'Sun, 15 Mar 2099 12:02:00 GMT']) {
    expect(await waitAfter(absurd), absurd).toEqual(hour);
  }
  for (const nonsense of ['soon', '-5', '1.5', 'Infinity', '0x10', '1e9']) {
    expect(await waitAfter(nonsense), nonsense).toEqual({ waitMs: null, tries: 3 });
  }
});
