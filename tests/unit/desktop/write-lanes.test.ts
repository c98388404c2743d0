import type { Session } from 'electron';
import { expect, test } from 'vitest';
import { createWriteLanes } from '../../../electron/desktop/write-lanes.ts';

/** A session that counts how often its connections were closed. */
function lane(): Session & { closed: number } {
  const own = {
    closed: 0,
    async closeAllConnections() {
      own.closed += 1;
    },
  };
  return own as Session & { closed: number };
}

test('each write starts on closed connections, and no two share a lane until its body was read', async () => {
  const sessions = [lane(), lane()];
  const write = createWriteLanes(sessions);
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
  const write = createWriteLanes([lane()]);
  await write(send as () => Promise<Response>)
    .then((response) => response.text())
    .catch(() => {});
  expect((await write(async () => new Response('next'))).status).toBe(200);
});

test('a body that is given up gives its lane back', async () => {
  const write = createWriteLanes([lane()]);
  const response = await write(
    async () => new Response(new ReadableStream({ pull: () => new Promise(() => {}) })),
  );
  await response.body?.cancel();
  expect((await write(async () => new Response('next'))).status).toBe(200);
});
