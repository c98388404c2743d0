import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Authorization, OxylabsClient } from '../../../electron/oxylabs/client.ts';
import { readRetryAfter } from '../../../electron/oxylabs/retry-after.ts';
import type { Fault } from '../../../electron/oxylabs/simulator/faults.ts';
import { SimulatorServer } from '../../support/server/simulator-server.ts';
import { clientFor, loggedIn } from '../../support/unit/client.ts';

let server: SimulatorServer;
let client: OxylabsClient;
let who: Authorization;

beforeEach(async () => {
  server = await SimulatorServer.start();
  client = clientFor(server.url);
  who = await loggedIn(client);
  server.seen.length = 0;
});
afterEach(() => server.stop());

const passing: Fault[] = [
  { kind: 'cut', at: 'before-headers' },
  { kind: 'cut', at: 'in-body' },
  { kind: 'refuse', status: 408 },
  { kind: 'refuse', status: 429 },
  { kind: 'refuse', status: 429, headers: { 'Retry-After': '0' } },
  { kind: 'refuse', status: 500 },
  { kind: 'refuse', status: 503 },
];

describe('a GET is retried', () => {
  test.each(passing)('after %j', async (fault) => {
    server.simulator.faults.add({ fault, times: 2 });
    expect((await client.monthTotal(who)).ok).toBe(true);
    expect(server.count('GET')).toBe(3);
  });

  test('at most three times', async () => {
    server.simulator.faults.add({ fault: { kind: 'refuse', status: 500 } });
    expect((await client.monthTotal(who)).ok).toBe(false);
    expect(server.count('GET')).toBe(3);
  });

  test('but not after a refusal by the API', async () => {
    server.simulator.faults.add({ fault: { kind: 'refuse', status: 400 } });
    await client.monthTotal(who);
    expect(server.count('GET')).toBe(1);
  });

  test('and not if the requested pause is long, which the poller handles', async () => {
    const fault: Fault = { kind: 'refuse', status: 429, headers: { 'Retry-After': '120' } };
    server.simulator.faults.add({ fault });
    const outcome = await client.monthTotal(who);
    expect(server.count('GET')).toBe(1);
    const failure = outcome.ok ? null : outcome.failure;
    if (failure?.kind !== 'rate-limited') throw new Error('It should be rate-limited.');
    expect((failure.retryAt ?? 0) - Date.now()).toBeGreaterThan(110_000);
  });
});

describe('a write is never sent again', () => {
  test.each(passing)('after %j', async (fault) => {
    server.simulator.faults.add({ fault });
    const subUser = {
      username: 'once_only',
      password: 'Abcdefgh_123',
      limitGb: 1,
      lifetime: false,
      disablesAtLimit: true,
    };
    const outcomes = [
      await client.createSubUser(who, subUser),
      await client.updateSubUser(who, 10_002, { limitGb: 1 }),
      await client.deleteSubUser(who, 10_003),
    ];
    // The other two have no body to cut.
    expect(outcomes[0]?.ok).toBe(false);
    expect(server.seen.map(({ method }) => method)).toEqual(['POST', 'PATCH', 'DELETE']);
  });
});

describe('Retry-After', () => {
  const now = Date.parse('2026-03-01T12:00:00Z');
  test.each([
    [null, null],
    ['', null],
    ['30', 30_000],
    [' 30 ', 30_000],
    ['0', 0],
    ['99999999999', 3_600_000],
    ['Sun, 01 Mar 2026 12:02:00 GMT', 120_000],
    ['Sun, 01 Mar 2020 12:02:00 GMT', 0],
    ['Sun, 01 Mar 2099 12:02:00 GMT', 3_600_000],
    ['1.5', null],
    ['-5', null],
    ['soon', null],
    ['2026', 2_026_000],
  ])('%j means %j', (header, expected) => {
    expect(readRetryAfter(header, now)).toBe(expected === null ? null : now + expected);
  });
});
