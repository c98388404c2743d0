import { afterEach, beforeEach, expect, test } from 'vitest';
import { dayOf } from '../../../electron/contract/day.ts';
import type { Authorization, OxylabsClient } from '../../../electron/oxylabs/client.ts';
import { Secret } from '../../../electron/oxylabs/secret.ts';
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
afterEach(async () => {
  await server.stop();
  expect(server.violations).toEqual([]);
});

const firstId = () => [...server.simulator.account.people.keys()][1] ?? 0;

test('login sends Basic credentials as UTF-8, and no body', async () => {
  server.simulator.account.credentials.username = 'jürgen_ß';
  server.simulator.account.credentials.password = 'pässwörd:with:colons';
  const login = await client.login('jürgen_ß', new Secret('pässwörd:with:colons'));
  expect(login.ok).toBe(true);
  expect(server.seen).toMatchObject([
    {
      method: 'POST',
      path: '/v2/login',
      headers: { authorization: `Basic ${Buffer.from('jürgen_ß:pässwörd:with:colons').toString('base64')}` },
      body: '',
    },
  ]);
});

test.each(['two\\nlines', 'schlüssel', '', ' '])(
  'a token of %j, which a header cannot hold, is refused',
  async (token) => {
    const body = `{"user_id":"b7c1","token":"${token}"}`;
    server.simulator.faults.add({ fault: { kind: 'garble', status: 200, body } });
    expect(await client.login('main', new Secret('password'))).toEqual({
      ok: false,
      failure: { kind: 'not-understood', reason: 'shape' },
    });
  },
);

test('every request names the app, asks for JSON and sends no cookie', async () => {
  await client.monthTotal(who);
  expect(server.seen[0]?.headers).toMatchObject({
    'user-agent': 'Oxygauge/test',
    accept: 'application/json',
    authorization: `Bearer ${who.token.reveal()}`,
  });
  expect(server.seen[0]?.headers).not.toHaveProperty('cookie');
});

test('the list has every field under our names', async () => {
  const list = await client.listSubUsers(who);
  if (!list.ok) throw new Error(list.failure.kind);
  expect(list.value.setAside).toBe(0);
  expect(list.value.subUsers).toHaveLength(12);
  expect(list.value.subUsers.find(({ username }) => username === 'price_monitor_eu')).toMatchObject({
    limit: { kind: 'gb', limitGb: 50 },
    disablesAtLimit: true,
    lifetime: false,
    status: 'active',
  });
  expect(list.value.subUsers.find(({ username }) => username === 'qa_staging')?.limit.kind).toBe('blocked');
  expect(list.value.subUsers.find(({ username }) => username === 'seo_audit')?.limit.kind).toBe('unlimited');
  expect(server.seen.map(({ method, path }) => `${method} ${path}`)).toEqual([
    `GET /v2/users/${who.accountId}/sub-users`,
  ]);
});

test('create, update and delete send exactly what the API documents', async () => {
  const created = await client.createSubUser(who, {
    username: 'new_one',
    password: 'Abcdefgh_123',
    limitGb: null,
    lifetime: true,
    disablesAtLimit: false,
  });
  const id = created.ok ? created.value.id : null;
  expect(id).toBeTypeOf('number');
  expect(await client.updateSubUser(who, id ?? 0, { limitGb: 0, status: 'disabled' })).toEqual({
    ok: true,
    value: null,
  });
  expect(await client.deleteSubUser(who, id ?? 0)).toEqual({ ok: true, value: null });
  const base = `/v2/users/${who.accountId}/sub-users`;
  expect(
    server.seen.map(({ method, path, body }) => [method, path, body === '' ? null : JSON.parse(body)]),
  ).toEqual([
    [
      'POST',
      base,
      {
        username: 'new_one',
        password: 'Abcdefgh_123',
        traffic_limit: null,
        lifetime: true,
        auto_disable: false,
      },
    ],
    ['PATCH', `${base}/${id}`, { traffic_limit: 0, status: 'disabled' }],
    ['DELETE', `${base}/${id}`, null],
  ]);
});

test('all six kinds of statistics send the API’s parameters', async () => {
  for (const type of ['24h', 'week', 'month', 'current_month'] as const) {
    expect((await client.subUserUsage(who, firstId(), { type })).ok, type).toBe(true);
  }
  await client.subUserUsage(who, firstId(), { type: 'lifetime' });
  await client.subUserUsage(who, firstId(), {
    type: 'custom',
    dateFrom: '2026-01-01 00',
    dateTo: '2026-01-02 23',
    timeZone: 'Europe/Vilnius',
  });
  expect(server.seen.map(({ query }) => query)).toEqual([
    '?type=24h',
    '?type=week',
    '?type=month',
    '?type=current_month',
    '?type=lifetime',
    '?type=custom&date_from=2026-01-01+00&date_to=2026-01-02+23&time_zone=Europe%2FVilnius',
  ]);
});

test.each(['traffic_by_period', 'trafficByPeriod', 'results'] as const)(
  'a series written as %s is read',
  async (shape) => {
    server.simulator.account.seriesShape = shape;
    const usage = await client.subUserUsage(who, firstId(), { type: 'week' });
    if (!usage.ok) throw new Error(usage.failure.kind);
    const sum = usage.value.points.reduce((total, point) => total + point.trafficGb, 0);
    expect(usage.value.points.length).toBeGreaterThanOrEqual(7);
    expect(usage.value.setAside).toBe(0);
    expect(usage.value.totalGb).toBeCloseTo(sum, 9);
  },
);

test('a day’s targets have traffic and requests', async () => {
  const today = dayOf(Date.now());
  const report = await client.targetUsage(who, firstId(), today);
  if (!report.ok) throw new Error(report.failure.kind);
  expect(report.value.targets).not.toHaveLength(0);
  expect(report.value.targets[0]).toMatchObject({ date: today, target: expect.any(String) });
});

test('the month’s total has its days, and a missing one is unknown', async () => {
  server.simulator.account.monthOverride = { trafficGb: 0.0523 };
  const { dateFrom } = await monthOf();
  expect(dateFrom).toMatch(/^\d{4}-\d{2}-01$/);
  server.simulator.account.monthOverride = { trafficGb: 'missing' };
  expect((await monthOf()).trafficGb).toBeNull();

  async function monthOf() {
    const month = await client.monthTotal(who);
    if (!month.ok) throw new Error(month.failure.kind);
    return month.value;
  }
});
