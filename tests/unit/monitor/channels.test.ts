import type { ServerResponse } from 'node:http';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Channel, ChannelAddress } from '../../../electron/contract/channel.ts';
import type { NotificationContent } from '../../../electron/contract/notification.ts';
import { ChannelQueue } from '../../../electron/monitor/channels/channel-queue.ts';
import { ChannelSender } from '../../../electron/monitor/channels/channel-sender.ts';
import { post } from '../../../electron/monitor/channels/post.ts';
import { Secret } from '../../../electron/oxylabs/secret.ts';
import { createSimulator, demoCredentials } from '../../../electron/oxylabs/simulator/simulator.ts';
import type { LinesFiles } from '../../../electron/storage/files.ts';
import { inMemoryLines } from '../../../electron/storage/in-memory.ts';
import { sayInMain } from '../../../electron/text/en-main.ts';
import { startChannelServer } from '../../support/server/channel-server.ts';
import { clientFor } from '../../support/unit/client.ts';
import { channelChoice } from '../../support/unit/commands.ts';
import { FakeClock } from '../../support/unit/fake-clock.ts';
import { openTestMonitor } from '../../support/unit/monitor.ts';

sayInMain();
const minuteMs = 60_000;
const own: Channel = { ...channelChoice, quietHours: null, id: 'c1', service: 'url', host: '127.0.0.1' };

let server: Awaited<ReturnType<typeof startChannelServer>>;
let clock: FakeClock;
const senders: ChannelSender[] = [];

beforeEach(async () => {
  server = await startChannelServer();
  clock = new FakeClock();
});
afterEach(async () => {
  for (const sender of senders.splice(0)) sender.stop();
  await server.stop();
});

/** Opens the channel as a start does. */
function start(files: LinesFiles = inMemoryLines(), channel: Channel = own) {
  const address: ChannelAddress = {
    service: 'url',
    url: server.url,
    signingKey: 'a_key_of_24_characters_or_more',
  };
  const queue = new ChannelQueue(files, 'a.jsonl', clock.now);
  const notifications: NotificationContent[] = [];
  const sender = new ChannelSender({
    clock,
    queue,
    channels: () => [channel],
    recall: async () => ({ kind: 'found', secret: new Secret(JSON.stringify(address)) }),
    fetch: globalThis.fetch,
    newId: () => `m${server.received.length + 1}`,
    async notify(content) {
      notifications.push(content);
      return 'shown';
    },
    showManager() {},
    isOn: () => true,
    locale: () => 'en',
    account: () => null,
    onChange() {},
  });
  senders.push(sender);
  return { files, queue, sender, notifications, state: () => queue.state('c1') };
}

type Run = ReturnType<typeof start>;

function tell({ queue, sender }: Pick<Run, 'queue' | 'sender'>, id: string): void {
  const event = {
    id,
    at: clock.now(),
    kind: 'limit' as const,
    title: id,
    text: '',
    username: null,
    facts: {},
  };
  queue.write({ line: 'event', channel: 'c1', at: clock.now(), event });
  sender.look();
}

/** Advances the clock, with room for real answers. */
async function pass(ms: number): Promise<void> {
  for (const step of [0, ms]) {
    await clock.pass(step);
    for (let turn = 0; turn < 30; turn += 1) await new Promise((next) => setImmediate(next));
  }
}

/** Waits until a try has ended. */
const settled = (run: Run) => expect.poll(() => run.state()?.message?.nextAt !== null).toBe(true);

test('what comes together is one message, and each event is sent once', async () => {
  const run = start();
  for (const id of ['e1', 'e2', 'e1']) tell(run, id);
  await pass(4_000);
  await settled(run);
  expect(
    server.received.map(({ body }) => JSON.parse(body).events.map(({ id }: { id: string }) => id)),
  ).toEqual([['e1', 'e2']]);
  expect(run.state()).toMatchObject({ waiting: [], sentAt: clock.now(), lost: 0 });
  expect(server.received[0]?.headers.cookie).toBeUndefined();
});

test('a server that fails is asked three times, a minute and ten minutes apart, with the same id; then the message is lost', async () => {
  server.answer = (response) => void response.writeHead(503).end();
  const run = start();
  tell(run, 'e1');
  for (const wait of [4_000, minuteMs, 10 * minuteMs, 60 * minuteMs]) {
    await pass(wait);
    await settled(run);
  }
  expect(server.received.map(({ headers }) => headers['webhook-id'])).toEqual(['m1', 'm1', 'm1']);
  expect(run.state()).toMatchObject({ waiting: [], lost: 1, failingSince: expect.any(Number) });
});

test('a channel that fails for an hour is shown on the desktop once', async () => {
  server.answer = (response) => void response.writeHead(503).end();
  const run = start();
  tell(run, 'e1');
  await pass(4_000);
  await settled(run);
  for (let tens = 0; tens < 14; tens += 1) {
    await pass(10 * minuteMs);
    await settled(run);
  }
  expect(run.notifications.map(({ title }) => title)).toEqual(['Ops has failed for an hour']);
  expect(start(run.files).state()?.notified).toBe(true);
});

test.each([
  [400, true],
  [404, true],
  [410, true],
  [408, false],
  [429, false],
  [500, false],
])('the answer %i is final: %s', async (status, final) => {
  server.answer = (response) => void response.writeHead(status).end('no');
  const parts = { fetch: globalThis.fetch, now: clock.now, secrets: [] };
  const posted = await post({ url: server.url, headers: {}, body: '{}' }, parts);
  expect(posted).toMatchObject({ final, answer: { kind: 'refused', status, words: 'no' } });
});

test('the wait that a service asks for is kept, from the header or from the body', async () => {
  const answers: ((response: ServerResponse) => void)[] = [
    (response) => response.writeHead(429, { 'retry-after': '7' }).end(),
    (response) => response.writeHead(429).end('{"retry_after":6.2,"global":false}'),
    (response) => response.writeHead(429).end('{"ok":false,"parameters":{"retry_after":7}}'),
  ];
  for (const answer of answers) {
    server.answer = answer;
    const parts = { fetch: globalThis.fetch, now: clock.now, secrets: [] };
    const { retryAt } = await post({ url: server.url, headers: {}, body: '' }, parts);
    expect(retryAt).toBe(clock.now() + 7_000);
  }
});

test('checklist channel-requests: a redirect is not followed, and a server that hangs is left in time', async () => {
  const parts = { fetch: globalThis.fetch, now: clock.now, secrets: [], limitMs: 50 };
  const request = { url: server.url, headers: {}, body: '' };
  server.answer = (response) => void response.writeHead(307, { location: '/elsewhere' }).end();
  expect((await post(request, { ...parts, limitMs: 5_000 })).answer).toEqual({
    kind: 'no-answer',
    reason: 'redirected',
  });
  server.answer = () => {};
  expect((await post(request, parts)).answer).toEqual({ kind: 'no-answer', reason: 'timed-out' });
  expect(server.received.map(({ url }) => url)).toEqual(['/hook', '/hook']);
});

test('checklist channel-secrets: an answer never shows the address that it repeats', async () => {
  server.answer = (response) =>
    void response.writeHead(403).end('no such hook: /services/T1/B1/very_secret_part');
  const parts = { fetch: globalThis.fetch, now: clock.now, secrets: ['very_secret_part'] };
  const { answer } = await post({ url: server.url, headers: {}, body: '' }, parts);
  expect(JSON.stringify(answer)).not.toContain('very_secret_part');
});

test('quiet hours hold messages, which then arrive as one', async () => {
  const minute = new Date(clock.now()).getHours() * 60 + new Date(clock.now()).getMinutes();
  const quietHours = { fromMinute: minute, toMinute: (minute + 90) % 1_440 };
  const run = start(inMemoryLines(), { ...own, quietHours });
  for (const id of ['e1', 'e2']) tell(run, id);
  await pass(80 * minuteMs);
  expect(server.received).toEqual([]);
  await pass(11 * minuteMs);
  await settled(run);
  expect(server.received).toHaveLength(1);
});

test('the queue cut after any line: each event arrives once, or is counted as lost or as maybe arrived', async () => {
  const whole = start();
  for (const id of ['e1', 'e2']) tell(whole, id);
  await pass(4_000);
  await settled(whole);
  tell(whole, 'e3');
  await pass(4_000);
  await settled(whole);
  whole.sender.stop();
  const lines = whole.files.read('a.jsonl');
  const arrived = new Map(lines.map((line, index) => [index, JSON.parse(line)]));
  for (let cut = 0; cut <= lines.length; cut += 1) {
    // What a kill after this line had sent: each try that had begun.
    const begun = [...arrived].filter(([index, { line }]) => index < cut && line === 'begun').length;
    const files = inMemoryLines();
    files.append('a.jsonl', lines.slice(0, cut));
    server.received.length = 0;
    const run = start(files);
    run.sender.look();
    await pass(4_000);
    await settled(run);
    const told = lines.slice(0, cut).filter((line) => JSON.parse(line).line === 'event').length;
    const sentNow = server.received.flatMap(({ body }) => JSON.parse(body).events).length;
    const ended = lines.slice(0, cut).filter((line) => JSON.parse(line).line === 'ended').length;
    const sentBefore = ended === 0 ? 0 : ended === 1 ? 2 : 3;
    const unclear = run.state()?.unclear ?? 0;
    expect(sentBefore + sentNow + unclear, `cut after ${cut}`).toBe(told);
    expect(unclear > 0, `cut after ${cut}`).toBe(begun > ended);
    run.sender.stop();
  }
});

test('the queue is bounded: the oldest is lost for a newer one, and is counted', () => {
  const run = start(inMemoryLines(), { ...own, paused: true });
  for (let count = 0; count < 250; count += 1) tell(run, `e${count}`);
  expect(run.state()).toMatchObject({ lost: 50 });
  expect(run.state()?.waiting).toHaveLength(200);
  expect(start(run.files).state()).toEqual(run.state());
});

test('checklist channel-secrets: no file but the vault holds the address, a window sees its host, and forgetting leaves nothing', async () => {
  const { monitor, storage } = openTestMonitor({
    client: clientFor('https://residential-api.oxylabs.io/v2', {
      fetch: createSimulator({ now: clock.now, subUserCount: 3 }).fetch,
    }),
    clock,
    channels: globalThis.fetch,
  });
  await monitor.session.signIn(demoCredentials.username, new Secret(demoCredentials.password));
  await clock.pass(0);
  const address = {
    service: 'url' as const,
    url: `${server.url}/very_secret_part`,
    signingKey: 'k'.repeat(24),
  };
  const added = await monitor.commands.addChannel({ address, choice: channelChoice });
  const [channel] = monitor.publisher.current().slices.channels;
  if (!added.ok || channel === undefined) throw new Error('It was not added.');
  expect(channel).toMatchObject({ host: new URL(server.url).host, name: 'Ops' });
  const answer = await monitor.commands.testChannel({ channel: channel.id });
  expect(answer).toMatchObject({ ok: true, value: { kind: 'sent', status: 200, words: 'ok' } });
  const event = { id: 'e1', at: clock.now(), kind: 'guard' as const, username: 'secret_crawler', facts: {} };
  monitor.channels.tell([{ ...event, text: (name) => ({ title: `${name} was disabled`, body: '' }) }]);
  const written = () =>
    JSON.stringify(
      [storage.channels, storage.channelEvents, storage.channelSecrets, storage.log].map((files) =>
        files.names().map((name) => [name, files.read(name)]),
      ),
    );
  expect(written()).toContain('secret_crawler');
  for (const place of [written(), JSON.stringify(monitor.publisher.current())])
    for (const secret of ['very_secret_part', 'k'.repeat(24)]) expect(place).not.toContain(secret);
  const session = monitor.session.view();
  if (session.kind !== 'signed-in') throw new Error('It is signed out.');
  await monitor.commands.forgetAccount({ accountId: session.accountId });
  await pass(minuteMs);
  expect(written()).not.toMatch(/secret_crawler|127\.0\.0\.1|locked|c2VjcmV0/);
  expect(
    [storage.channels, storage.channelEvents, storage.channelSecrets].flatMap((files) => files.names()),
  ).toEqual([]);
  monitor.stop();
});
