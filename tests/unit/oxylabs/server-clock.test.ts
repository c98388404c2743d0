import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { createClient } from '../../../electron/oxylabs/client.ts';
import { Secret } from '../../../electron/oxylabs/secret.ts';
import { ServerClock } from '../../../electron/oxylabs/server-clock.ts';

const noon = Date.parse('2026-03-15T12:00:00Z');
const hourMs = 3_600_000;
const dated = (at: number, more: Record<string, string> = {}) =>
  new Headers({ date: new Date(at).toUTCString(), ...more });

let server: Server | null = null;
afterEach(() => server?.close());

test('corrects a computer’s clock that is wrong, in both directions, and follows it', () => {
  let now = noon + 14 * hourMs;
  const clock = new ServerClock(() => now);
  expect(clock.now()).toBe(now);
  clock.note(dated(noon));
  expect(clock.now()).toBe(noon);
  now += hourMs;
  expect(clock.now()).toBe(noon + hourMs);
  now = noon - 3 * hourMs;
  clock.note(dated(noon + 2 * hourMs));
  expect(clock.now()).toBe(noon + 2 * hourMs);
});

test('keeps the computer’s time where it is right, and without a date that says when the answer was made', () => {
  const clock = new ServerClock(() => noon);
  clock.note(dated(noon - 20_000));
  expect(clock.now()).toBe(noon);
  for (const headers of [new Headers(), new Headers({ date: 'yesterday' }), dated(0, { age: '86400' })]) {
    clock.note(headers);
    expect(clock.now()).toBe(noon);
  }
});

test('is set by a success of the client, and not by a refusal', async () => {
  const refusal = 403;
  let status = refusal;
  const http = createServer((_request, response) => {
    response.sendDate = false;
    response.setHeader('Date', new Date(noon).toUTCString());
    response.writeHead(status, { 'Content-Type': 'application/json' }).end('[]');
  });
  server = http;
  await new Promise<void>((listening) => http.listen(0, '127.0.0.1', listening));
  const { port } = http.address() as AddressInfo;
  const clock = new ServerClock(() => 0);
  const client = createClient({
    fetch,
    baseUrl: `http://127.0.0.1:${port}`,
    userAgent: 'test',
    now: () => 0,
    random: () => 0,
    onHeaders: (headers) => clock.note(headers),
  });
  const who = { accountId: 'a', token: new Secret('t') };
  await client.listSubUsers(who);
  expect(clock.now()).toBe(0);
  status = 200;
  await client.listSubUsers(who);
  expect(clock.now()).toBe(noon);
});
