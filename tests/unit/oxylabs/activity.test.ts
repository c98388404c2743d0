import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { ApiCall } from '../../../electron/contract/activity.ts';
import { activityNewsSchema, exchangeSchema } from '../../../electron/contract/activity.ts';
import { dayOf } from '../../../electron/contract/day.ts';
import { curlText } from '../../../electron/monitor/connection/curl-text.ts';
import { type Activity, openActivity } from '../../../electron/oxylabs/activity.ts';
import type { Authorization, OxylabsClient } from '../../../electron/oxylabs/client.ts';
import type { Recorder } from '../../../electron/oxylabs/recorder.ts';
import { Secret } from '../../../electron/oxylabs/secret.ts';
import { demoCredentials } from '../../../electron/oxylabs/simulator/simulator.ts';
import { supportText } from '../../../electron/text/support.ts';
import { apiByHand } from '../../matrix/api-by-hand.ts';
import { proves } from '../../matrix/fault.ts';
import { SimulatorServer } from '../../support/server/simulator-server.ts';
import { amount } from '../../support/unit/amount.ts';
import { clientFor, loggedIn } from '../../support/unit/client.ts';

const reports: string[] = [];
const report = (what: string) => void reports.push(what);
const password = 'Abcdefgh_123';
const subUser = { username: 'new_one', password, limitGb: 5, lifetime: true, disablesAtLimit: false };

let server: SimulatorServer;
let activity: Activity;
let client: OxylabsClient;

beforeEach(async () => {
  reports.length = 0;
  server = await SimulatorServer.start();
  activity = openActivity({ now: Date.now });
  client = clientFor(server.url, { recording: { recorder: activity.recorder, report } });
});
afterEach(() => server.stop());

/** Returns all that is kept, as a window reads it and as it is copied, in one text. */
function allText(kept: Activity, url = 'https://host/v2'): string {
  const news = kept.since(0);
  const exchanges = news.entries.map(({ number }) => kept.find(number));
  const copied = exchanges.flatMap((each) =>
    each === null ? [] : [curlText(each.entry.request, url), supportText(each, url, '0.1.0')],
  );
  return [JSON.stringify(news), JSON.stringify(exchanges), ...copied].join('\n');
}

async function allCalls(): Promise<Authorization> {
  const who = await loggedIn(client);
  await client.listSubUsers(who);
  const created = await client.createSubUser(who, subUser);
  const id = (created.ok ? created.value.id : null) ?? 0;
  await client.subUserUsage(who, id, { type: 'week' });
  await client.targetUsage(who, id, dayOf(Date.now()));
  await client.updateSubUser(who, id, { password, limitGb: null });
  await client.deleteSubUser(who, id);
  await client.monthTotal(who);
  return who;
}

test('each of the eight calls is kept with its status, size and result, and without its secrets', async () => {
  const who = await allCalls();
  const news = activityNewsSchema.parse(activity.since(0));
  const calls: ApiCall[] = news.entries.map(({ request }) => request.call);
  expect(calls).toEqual([
    'login',
    'listSubUsers',
    'createSubUser',
    'subUserUsage',
    'targetUsage',
    'updateSubUser',
    'deleteSubUser',
    'monthTotal',
  ]);
  const [login, list, create, usage, , update, remove] = news.entries;
  const base = `/users/${who.accountId}/sub-users`;
  expect(list).toMatchObject({
    number: 2,
    request: { method: 'GET', path: base, body: null, username: null },
    status: 200,
    tries: 1,
    outcome: 'done',
  });
  expect(list?.bytes).toBeGreaterThan(1_000);
  expect(login?.request).toMatchObject({
    method: 'POST',
    path: '/login',
    username: demoCredentials.username,
  });
  expect(create).toMatchObject({ status: 201, request: { body: { setsPassword: true } } });
  expect(create?.request.body?.fields).toEqual({
    username: 'new_one',
    traffic_limit: 5,
    lifetime: true,
    auto_disable: false,
  });
  expect(usage?.request.path).toBe(`${base}/${usage?.request.subUserId}?type=week`);
  expect(update?.request.body).toEqual({ fields: { traffic_limit: null }, setsPassword: true });
  expect(remove).toMatchObject({ status: 204, bytes: 0, outcome: 'done' });
  // Of a login, only the sign-in's answer is left out, since it is the token.
  expect(activity.find(1)?.answer).toBeNull();
  expect(exchangeSchema.parse(activity.find(3)).answer).toMatchObject({ cut: false });
  expect(activity.find(2)?.answer?.text).toMatch(/^\[\{"id":/);
  expect(activity.find(2)?.answer).toMatchObject({ cut: true });
  const all = allText(activity);
  for (const secret of [who.token.reveal(), password, demoCredentials.password])
    expect(all).not.toContain(secret);
  expect(reports).toEqual([]);
});

test('tries, refusals and lost answers are kept, a write with its only try', async () => {
  const who = await loggedIn(client);
  server.simulator.faults.add({ fault: { kind: 'refuse', status: 503 }, times: 2 });
  await client.monthTotal(who);
  expect(activity.find(2)).toMatchObject({
    entry: { status: 200, tries: 3, outcome: 'done' },
    tries: [
      { status: 503, failure: { kind: 'server-fault' } },
      { status: 503, failure: { kind: 'server-fault' } },
      { status: 200, failure: null },
    ],
  });
  server.simulator.faults.add({ fault: { kind: 'cut', at: 'before-headers' } });
  await client.deleteSubUser(who, 1);
  expect(activity.find(3)).toMatchObject({
    entry: { status: null, tries: 1, outcome: { kind: 'unreachable' } },
    answer: null,
  });
  server.simulator.faults.clear();
  server.simulator.faults.add({ fault: { kind: 'garble', status: 200, body: '<html>sign in</html>' } });
  await client.monthTotal(who);
  expect(activity.find(4)).toMatchObject({
    entry: { status: 200, outcome: { kind: 'not-understood', reason: 'html' } },
    answer: { text: '<html>sign in</html>', cut: false },
  });
  server.simulator.faults.clear();
  const login = await client.login('main', new Secret('wrong password'));
  expect(login.ok).toBe(false);
  expect(activity.find(5)?.entry).toMatchObject({ status: 401, outcome: { kind: 'bad-credentials' } });
});

test('a request that is under way is there before its answer, and changes come by revision', async () => {
  const who = await loggedIn(client);
  const { revision } = activity.since(0);
  const release = server.hold(/client-stats/);
  const under = new Promise<void>((resolve) => void activity.subscribe(resolve));
  const call = client.monthTotal(who);
  await under;
  const [first] = activity.since(revision).entries;
  expect(first).toMatchObject({ number: 2, outcome: 'under-way', durationMs: null, tries: 0 });
  release();
  await call;
  expect(activity.since(revision).entries).toMatchObject([{ number: 2, outcome: 'done', tries: 1 }]);
  expect(activity.since(activity.since(0).revision).entries).toEqual([]);
});

function fill(kept: Activity, count: number, text: string): void {
  for (let at = 0; at < count; at += 1) {
    const trace = kept.recorder.begin({
      call: 'monthTotal',
      method: 'GET',
      path: `/${at}`,
      subUserId: null,
      username: null,
      body: null,
    });
    trace.tried({ status: 200, durationMs: 1, bytes: 9, failure: null }, { text, cut: false });
    trace.ended(null);
  }
}

test(proves(apiByHand, 'many-requests'), () => {
  fill(activity, 1_234, 'x');
  const news = activityNewsSchema.parse(activity.since(0));
  expect(news.entries).toHaveLength(500);
  expect(news).toMatchObject({ oldest: 735, entries: { 499: { number: 1_234 } } });
  expect(activity.find(734)).toBeNull();

  const small = openActivity({ now: Date.now, bounds: { entries: 500, bytes: 100_000 } });
  fill(small, 300, 'y'.repeat(2_000));
  const { length } = small.since(0).entries;
  expect(length).toBeGreaterThan(15);
  expect(length * 4_000).toBeLessThan(100_000);
});

test('what is cleared while a request is under way stays away, and numbers go on', async () => {
  const who = await loggedIn(client);
  const release = server.hold(/client-stats/);
  const call = client.monthTotal(who);
  const { revision } = activity.since(0);
  activity.clear();
  release();
  await call;
  expect(activity.since(0).entries).toEqual([]);
  expect(activity.since(0).revision).toBeGreaterThan(revision);
  await client.monthTotal(who);
  expect(activity.since(0)).toMatchObject({ oldest: 3, entries: [{ number: 3 }] });
});

test(proves(apiByHand, 'recorder-throws'), async () => {
  const fail = (): never => {
    throw new Error(password);
  };
  const broken: Recorder[] = [
    { answerChars: 1, begin: fail },
    { answerChars: 1, begin: () => ({ tried: fail, ended: () => {} }) },
    { answerChars: 1, begin: () => ({ tried: () => {}, ended: fail }) },
  ];
  for (const recorder of broken) {
    reports.length = 0;
    const other = clientFor(server.url, { recording: { recorder, report } });
    const who = await loggedIn(other);
    expect((await other.listSubUsers(who)).ok).toBe(true);
    expect(reports).toEqual(['recorder of requests', 'recorder of requests']);
  }
});

let echo: Server;
let echoed: (authorization: string, body: string) => { status: number; text: string };
beforeAll(async () => {
  echo = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { status, text } = echoed(request.headers.authorization ?? '', Buffer.concat(chunks).toString());
      response.writeHead(status).end(text);
    });
  });
  await new Promise<void>((done) => void echo.listen(0, '127.0.0.1', done));
});
afterAll(() => void echo.close());

const secretText = fc
  .string({ unit: 'grapheme-ascii', minLength: 8, maxLength: 64 })
  .filter((text) => text.trim().length >= 8);
const tokenText = fc
  .array(fc.integer({ min: 0x21, max: 0x7e }), { minLength: 8, maxLength: 600 })
  .map((codes) => String.fromCharCode(...codes));

/** The ways in which a server repeats what it was sent. */
const ways: ((secret: string, authorization: string, sent: string) => string)[] = [
  (secret) => secret,
  (secret) => JSON.stringify({ password: secret, note: [secret], token: secret }),
  (secret) => JSON.stringify({ error: `The password ${secret} is not allowed` }),
  (secret) => JSON.stringify({ message: secret }),
  (secret) => `{ "new_password" : ${JSON.stringify(secret)} , "x": "`,
  (secret) => `<html><p title="${secret}">${encodeURIComponent(secret)}</p>`,
  (secret) => Buffer.from(secret).toString('base64'),
  (_, authorization, sent) => `${authorization}\n${sent}`,
  (_, authorization) => JSON.stringify({ headers: { Authorization: authorization } }),
];

test('checklist recorded-secrets: no secret of a request appears in what is kept or copied, however the server repeats it', async () => {
  const { port } = echo.address() as AddressInfo;
  const runs = amount(150, 2_000);
  await fc.assert(
    fc.asyncProperty(
      secretText,
      secretText,
      tokenText,
      fc.constantFrom(...ways),
      fc.nat({ max: 2_200 }),
      fc.constantFrom(200, 400, 403, 404),
      fc.boolean(),
      async (main, sub, token, way, before, status, alone) => {
        const kept = openActivity({ now: Date.now });
        const spied = clientFor(`http://127.0.0.1:${port}`, {
          recording: { recorder: kept.recorder, report },
        });
        const who = { accountId: 'b7c1' as Authorization['accountId'], token: new Secret(token) };
        const pad = 'x'.repeat(before);
        const of = (secret: string) => (authorization: string, sent: string) => ({
          status,
          text: alone
            ? way(secret, authorization, sent)
            : `${pad}${way(secret, authorization, sent)} ${secret} ${secret}`,
        });
        echoed = of(main);
        await spied.login('main', new Secret(main));
        echoed = of(sub);
        await spied.createSubUser(who, { ...subUser, password: sub });
        await spied.updateSubUser(who, 5, { password: sub });
        echoed = of(token);
        await spied.monthTotal(who);
        await spied.deleteSubUser(who, 5);
        echoed = () => ({ status: 200, text: JSON.stringify({ user_id: 'b7c1', token }) });
        await spied.login('main', new Secret(main));
        const all = allText(kept);
        const basic = Buffer.from(`main:${main}`).toString('base64');
        for (const secret of [main, sub, token, basic]) {
          expect(all).not.toContain(secret);
          expect(all).not.toContain(JSON.stringify(secret).slice(1, -1));
          expect(all).not.toContain(Buffer.from(secret).toString('base64'));
        }
      },
    ),
    { numRuns: runs },
  );
  expect(reports).toEqual([]);
}, 60_000);
