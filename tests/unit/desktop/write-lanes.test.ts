import type { Session } from 'electron';
import { expect, test } from 'vitest';
import { createWriteLanes } from '../../../electron/desktop/network/write-lanes.ts';

/** Returns a fake session that counts how often its connections were closed. */
function lane(): Session & { closed: number } {
  const own = {
    closed: 0,
    async closeAllConnections() {
      own.closed += 1;
    },
  };
  return own as Session & { closed: number };
}

test('each write starts on closed connections, and has its lane to itself until its body was read', async () => {
  const sessions = [lane(), lane()];
  const write = createWriteLanes(sessions.map((own) => async () => own));
  const used: Session[] = [];
  const send = async (own: Session) => {
    used.push(own);
    return new Response('answer');
  };
  const [first, second] = await Promise.all([write(send), write(send)]);
  expect(new Set(used).size).toBe(2);
  const third = write(send);
  await new Promise((turn) => setImmediate(turn));
  expect(used).toHaveLength(2);
  expect(await first?.text()).toBe('answer');
  await third;
  expect(used).toHaveLength(3);
  expect(used[2]).toBe(used[0]);
  expect(sessions.map(({ closed }) => closed).sort()).toEqual([1, 2]);
  await second?.text();
});

test('a lane that no write has needed is not opened', async () => {
  const opened: string[] = [];
  const laneNamed = (name: string) => async () => {
    opened.push(name);
    return lane();
  };
  const write = createWriteLanes(['one', 'two'].map(laneNamed));
  for (const _turn of [1, 2]) await (await write(async () => new Response('answer'))).text();
  expect(new Set(opened)).toEqual(new Set(['two']));
});

test.each([
  ['fails', () => Promise.reject(new Error('cut'))],
  ['has no body', () => Promise.resolve(new Response(null, { status: 204 }))],
  [
    'is cut in its body',
    () =>
      Promise.resolve(
        new Response(new ReadableStream({ start: (stream) => stream.error(new Error('cut')) })),
      ),
  ],
])('a write that %s gives its lane back', async (_how, send) => {
  const write = createWriteLanes([async () => lane()]);
  await write(send as () => Promise<Response>)
    .then((response) => response.text())
    .catch(() => {});
  expect((await write(async () => new Response('next'))).status).toBe(200);
});

test('a cancelled body frees its lane', async () => {
  const write = createWriteLanes([async () => lane()]);
  const response = await write(
    async () => new Response(new ReadableStream({ pull: () => new Promise(() => {}) })),
  );
  await response.body?.cancel();
  expect((await write(async () => new Response('next'))).status).toBe(200);
});
