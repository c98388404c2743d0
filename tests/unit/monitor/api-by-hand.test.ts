import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ConsoleAnswer, ConsoleCall } from '../../../electron/contract/console.ts';
import { consoleAnswerSchema } from '../../../electron/contract/console.ts';
import { dayOf } from '../../../electron/contract/day.ts';
import type { Monitor } from '../../../electron/monitor/monitor.ts';
import { type Activity, openActivity } from '../../../electron/oxylabs/activity.ts';
import { Secret } from '../../../electron/oxylabs/secret.ts';
import { demoCredentials } from '../../../electron/oxylabs/simulator/simulator.ts';
import { apiByHand } from '../../matrix/api-by-hand.ts';
import { proves } from '../../matrix/fault.ts';
import { SimulatorServer } from '../../support/server/simulator-server.ts';
import { clientFor } from '../../support/unit/client.ts';
import { FakeClock, whilePassing } from '../../support/unit/fake-clock.ts';
import { type DesktopRecord, openTestMonitor } from '../../support/unit/monitor.ts';

const password = 'Abcdefgh_123';
let server: SimulatorServer;
let clock: FakeClock;
let activity: Activity;
let monitor: Monitor;
let desktop: DesktopRecord;

beforeEach(async () => {
  clock = new FakeClock(Date.now());
  server = await SimulatorServer.start({ now: clock.now });
  activity = openActivity({ now: clock.now });
  const recording = { recorder: activity.recorder, report: () => {} };
  const client = clientFor(server.url, { recording });
  ({ monitor, desktop } = openTestMonitor({ client, clock, activity }));
  await monitor.session.signIn(demoCredentials.username, new Secret(demoCredentials.password));
  await monitor.poller.refreshNow();
  server.seen.length = 0;
});
afterEach(async () => {
  monitor.stop();
  await server.stop();
});

const subUser = { username: 'new_one', password, limitGb: 5, lifetime: false, disablesAtLimit: true };
const firstId = () => [...server.simulator.account.people.keys()][1] ?? 0;
const mainId = () => [...server.simulator.account.people.keys()][0] ?? 0;

async function run(call: ConsoleCall): Promise<ConsoleAnswer> {
  const outcome = await whilePassing(clock, monitor.commands.runCall(call));
  return consoleAnswerSchema.parse(outcome.value);
}
const tokens = () =>
  server.seen.flatMap(({ headers }) => /^Bearer (.+)/.exec(String(headers.authorization))?.[1] ?? []);

test('a window that looks gets what changed once for many requests, and nothing while nothing is sent', async () => {
  const first = await monitor.commands.readActivity({ after: 0 });
  if (!first.ok) throw new Error();
  expect(first.value.entries.map(({ request }) => request.call)).toContain('listSubUsers');
  let answers = 0;
  const next = monitor.commands.readActivity({ after: first.value.revision });
  void next.then(() => {
    answers += 1;
  });
  await clock.pass(3_600);
  expect(answers).toBe(0);
  for (let call = 0; call < 3; call += 1) await run({ call: 'monthTotal' });
  const news = await whilePassing(clock, next);
  expect(news.ok && news.value.entries.length).toBeGreaterThan(0);
  expect(answers).toBe(1);
  // Only the newest question waits, so a window that comes and goes leaves none behind.
  const revision = activity.since(0).revision;
  const old = monitor.commands.readActivity({ after: revision });
  const waiting = monitor.commands.readActivity({ after: revision });
  expect(await old).toMatchObject({ ok: true, value: { revision, entries: [] } });
  await run({ call: 'monthTotal' });
  expect(await whilePassing(clock, waiting)).toMatchObject({ ok: true, value: { entries: [{}] } });
});

test('a request is copied for the shell and for support, without a secret', async () => {
  await run({ call: 'updateSubUser', id: firstId(), changes: { password }, seen: null });
  const number = activity.since(0).entries.at(-1)?.number ?? 0;
  expect((await monitor.commands.readExchange({ number })).ok).toBe(true);
  await monitor.commands.copyExchange({ number, as: 'curl' });
  await monitor.commands.copyExchange({ number, as: 'support' });
  expect(desktop.copied[0]).toMatch(
    /^curl --request PATCH 'https:\/\/residential-api\.oxylabs\.io\/v2\/users\//,
  );
  expect(desktop.copied[0]).toContain('$PASSWORD');
  expect(desktop.copied[1]).toContain('Client: Oxygauge 0.1.0');
  for (const secret of [password, demoCredentials.password, ...tokens()])
    expect(desktop.copied.join()).not.toContain(secret);
  expect(await monitor.commands.readExchange({ number: 9_999 })).toEqual({ ok: true, value: null });
  expect(await monitor.commands.copyExchange({ number: 9_999, as: 'curl' })).toMatchObject({ ok: false });
});

test('the record is forgotten with a sign-out and for another account, and stays after a refusal', async () => {
  const first = server.simulator.account.accountId;
  const kept = activity.since(0).entries.length;
  expect(kept).toBeGreaterThan(2);
  server.simulator.account.credentials.password = 'changed since';
  server.simulator.account.expireTokens();
  await run({ call: 'monthTotal' });
  clock.jump(120_000);
  await run({ call: 'monthTotal' });
  expect(monitor.session.view()).toMatchObject({ kind: 'signed-out', reason: 'refused' });
  expect(activity.since(0).entries.length).toBeGreaterThan(kept);

  server.renew();
  const signIn = () => monitor.session.signIn(demoCredentials.username, new Secret(demoCredentials.password));
  // The first may meet a connection that the server has closed.
  expect((await signIn()).ok || (await signIn()).ok).toBe(true);
  await run({ call: 'monthTotal' });
  expect(JSON.stringify(activity.since(0))).not.toContain(first);
  expect(JSON.stringify(activity.since(0))).toContain(server.simulator.account.accountId);
  monitor.session.signOut();
  expect(activity.since(0).entries).toEqual([]);
});

test('the console sends each read once, and returns what the API answered', async () => {
  const today = dayOf(clock.now());
  const reads: ConsoleCall[] = [
    { call: 'listSubUsers' },
    { call: 'monthTotal' },
    { call: 'subUserUsage', id: firstId(), query: { type: 'week' } },
    { call: 'targetUsage', id: firstId(), date: today },
  ];
  for (const call of reads) {
    const answer = await run(call);
    expect(answer).toMatchObject({ failure: null, token: null, tries: [{ status: 200 }] });
    expect(JSON.parse(answer.answer?.text ?? '')).toBeTypeOf('object');
  }
  expect(server.seen.map(({ method }) => method)).toEqual(['GET', 'GET', 'GET', 'GET']);
  // Far longer than what the record keeps.
  const list = await run({ call: 'listSubUsers' });
  expect(list.answer).toMatchObject({ cut: false });
  expect(list.answer?.text.length).toBeGreaterThan(2_000);
});

test('a token that is asked for is used from then on, and never returned', async () => {
  const answer = await run({ call: 'login' });
  expect(answer).toMatchObject({ failure: null, answer: null, tries: [{ status: 200 }] });
  expect(answer.token?.accountId).toBe(server.simulator.account.accountId);
  expect((answer.token?.expiresAt ?? 0) - clock.now()).toBeLessThanOrEqual(3_600_000);
  expect((answer.token?.expiresAt ?? 0) - clock.now()).toBeGreaterThan(3_500_000);
  await run({ call: 'monthTotal' });
  expect(server.seen.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'POST /v2/login',
    expect.stringMatching(/client-stats$/),
  ]);
  const [token] = tokens();
  expect(token).toBeDefined();
  expect(JSON.stringify(answer)).not.toContain(token);
});

test('the console writes as the forms do, and the list shows it', async () => {
  const created = await run({ call: 'createSubUser', subUser });
  const id = JSON.parse(created.answer?.text ?? '').id as number;
  expect(created).toMatchObject({ failure: null, tries: [{ status: 201 }] });
  expect(monitor.list.known(id)).toMatchObject({ username: 'new_one' });
  const changed = await run({ call: 'updateSubUser', id, changes: { limitGb: 9 }, seen: null });
  expect(changed).toMatchObject({ failure: null, answer: { text: '', cut: false } });
  expect(monitor.list.known(id)).toMatchObject({ limit: { kind: 'gb', limitGb: 9 } });
  expect(await run({ call: 'deleteSubUser', id })).toMatchObject({ failure: null, tries: [{ status: 204 }] });
  expect(monitor.list.known(id)).toBeUndefined();
});

test(proves(apiByHand, 'changed-elsewhere'), async () => {
  const seen = {
    status: 'active',
    limit: { kind: 'gb', limitGb: 987 },
    lifetime: false,
    disablesAtLimit: true,
  } as const;
  server.seen.length = 0;
  const stale = await run({ call: 'updateSubUser', id: firstId(), changes: { limitGb: 1 }, seen });
  expect(stale).toMatchObject({ failure: { kind: 'changed-on-server' }, tries: [], answer: null });
  expect(server.seen.filter(({ method }) => method !== 'GET')).toEqual([]);
});

test(proves(apiByHand, 'main-user'), async () => {
  server.seen.length = 0;
  expect(await run({ call: 'deleteSubUser', id: mainId() })).toEqual({
    failure: { kind: 'main-user' },
    tries: [],
    answer: null,
    token: null,
  });
  expect(server.seen).toEqual([]);
});

const writes = (id: number): ConsoleCall[] => [
  { call: 'createSubUser', subUser },
  { call: 'updateSubUser', id, changes: { limitGb: 7 }, seen: null },
  { call: 'deleteSubUser', id },
];

test(proves(apiByHand, 'lost-answer'), async () => {
  const fault = { kind: 'cut', at: 'before-headers' } as const;
  server.simulator.faults.add({ fault, on: /^(POST|PATCH|DELETE) / });
  for (const call of writes(firstId())) {
    server.seen.length = 0;
    expect(await run(call)).toMatchObject({
      failure: { kind: 'unclear-write' },
      tries: [{ status: null }],
      answer: null,
    });
    expect(server.seen.filter(({ method }) => method !== 'GET')).toHaveLength(1);
    expect(server.count('GET')).toBeGreaterThan(0);
  }
});

test(proves(apiByHand, 'repeated-password'), async () => {
  const body = JSON.stringify({ error: `${password} was used before` });
  server.simulator.faults.add({ fault: { kind: 'refuse', status: 400, body } });
  const answer = await run({ call: 'updateSubUser', id: firstId(), changes: { password }, seen: null });
  expect(answer.tries).toMatchObject([{ status: 400 }]);
  expect(answer.answer?.text).toContain('was used before');
  expect(JSON.stringify({ ...answer, failure: null })).not.toContain(password);
});
