import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Authorization, OxylabsClient } from '../../../electron/oxylabs/client.ts';
import { Secret } from '../../../electron/oxylabs/secret.ts';
import type { Fault } from '../../../electron/oxylabs/simulator/faults.ts';
import { proves } from '../../matrix/fault.ts';
import { platform } from '../../matrix/platform.ts';
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

const always = (fault: Fault) => server.simulator.faults.add({ fault });

describe('the meaning of an answer', () => {
  test.each([
    [400, { kind: 'rejected', status: 400, message: 'Fault' }],
    [401, { kind: 'signed-out' }],
    [403, { kind: 'rejected', status: 403, message: 'Fault' }],
    [404, { kind: 'not-found' }],
    [408, { kind: 'timed-out' }],
    [409, { kind: 'rejected', status: 409, message: 'Fault' }],
    [413, { kind: 'rejected', status: 413, message: 'Fault' }],
    [429, { kind: 'rate-limited', retryAt: null }],
    [500, { kind: 'server-fault', status: 500 }],
    [502, { kind: 'server-fault', status: 502 }],
    [503, { kind: 'server-fault', status: 503 }],
    [504, { kind: 'server-fault', status: 504 }],
  ])('%i', async (status, failure) => {
    always({ kind: 'refuse', status });
    expect(await client.monthTotal(who)).toEqual({ ok: false, failure });
  });

  test.each([401, 403])('%i at login is a wrong username or password', async (status) => {
    always({ kind: 'refuse', status });
    expect(await client.login('somebody', new Secret('wrong'))).toEqual({
      ok: false,
      failure: { kind: 'bad-credentials' },
    });
  });

  test('the vendor’s own words are one line of text, of bounded length', async () => {
    const error = `Maximum\nnumber\u202e <b>reached</b>${'!'.repeat(1_000)}`;
    always({ kind: 'refuse', status: 400, body: JSON.stringify({ error }) });
    const outcome = await client.monthTotal(who);
    const message = !outcome.ok && outcome.failure.kind === 'rejected' ? outcome.failure.message : null;
    expect(message).toMatch(/^Maximum number <b>reached<\/b>!+$/);
    expect(message).toHaveLength(300);
  });

  test.each([
    ['<!doctype html><p>Sign in to this network', 'html'],
    ['  <!-- gateway --><html>', 'html'],
    ['<?xml version="1.0"?><html>', 'html'],
    ['<head><title>x</title>', 'html'],
    ['{"traffic": 1', 'not-json'],
    ['', 'not-json'],
    ['null', 'shape'],
    ['[]', 'shape'],
    ['"text"', 'shape'],
  ])('a body of %j is not understood (%s)', async (body, reason) => {
    always({ kind: 'garble', body, status: 200 });
    expect(await client.monthTotal(who)).toEqual({ ok: false, failure: { kind: 'not-understood', reason } });
  });

  test('a text of only comments is classified at once', async () => {
    always({ kind: 'garble', body: `${'<!---->'.repeat(280)}x`, status: 200 });
    expect(await client.monthTotal(who)).toMatchObject({ failure: { reason: 'not-json' } });
  });

  test('any text is a page if its content type says so', async () => {
    always({ kind: 'garble', body: 'Welcome', headers: { 'Content-Type': 'text/html' } });
    expect(await client.monthTotal(who)).toMatchObject({
      failure: { kind: 'not-understood', reason: 'html' },
    });
  });

  test('a write answered with a web page did not succeed', async () => {
    always({ kind: 'garble', body: '<html>Sign in to this network', status: 200 });
    const page = { ok: false, failure: { kind: 'not-understood', reason: 'html' } };
    expect(await client.deleteSubUser(who, 10_002)).toEqual(page);
    expect(await client.updateSubUser(who, 10_003, { limitGb: 1 })).toEqual(page);
  });
});

describe('limits', () => {
  test(proves(platform, 'body-cap'), async () => {
    always({ kind: 'garble', body: `["${'x'.repeat(30_000_000)}"]` });
    expect(await client.listSubUsers(who)).toEqual({
      ok: false,
      failure: { kind: 'not-understood', reason: 'too-large' },
    });
  });

  test('a fetch that never ends and does not hear its signal is given up by the time limit', async () => {
    const deaf = () => new Promise<Response>(() => {});
    const hasty = clientFor(server.url, { fetch: deaf, attemptLimitMs: 50, totalLimitMs: 60_000 });
    expect(await hasty.monthTotal(who)).toEqual({ ok: false, failure: { kind: 'timed-out' } });
  });

  test(proves(platform, 'body-time-limit'), async () => {
    always({ kind: 'slow-body', byteEveryMs: 50 });
    const hasty = clientFor(server.url, { attemptLimitMs: 200, totalLimitMs: 500 });
    expect(await hasty.monthTotal(who)).toEqual({ ok: false, failure: { kind: 'timed-out' } });
  });

  test(proves(platform, 'body-time-limit', 'a stack whose reads do not end with their signal'), async () => {
    const stuck = (status: number) =>
      new Response(new ReadableStream({ pull: () => new Promise(() => {}) }), { status });
    const asked = (status: number) =>
      clientFor(server.url, {
        fetch: async () => stuck(status),
        attemptLimitMs: 100,
        totalLimitMs: 300,
      }).monthTotal(who);
    expect(await asked(200)).toEqual({ ok: false, failure: { kind: 'timed-out' } });
    expect(await asked(404)).toEqual({ ok: false, failure: { kind: 'not-found' } });
  });

  test('an answer that never comes runs out of time', async () => {
    always({ kind: 'latency', delayMs: 5_000 });
    const hasty = clientFor(server.url, { attemptLimitMs: 100, totalLimitMs: 5_000 });
    expect(await hasty.monthTotal(who)).toEqual({ ok: false, failure: { kind: 'timed-out' } });
    expect(server.count('GET')).toBe(3);
  });

  test('all attempts together have a limit', async () => {
    always({ kind: 'refuse', status: 503, headers: { 'Retry-After': '5' } });
    const hasty = clientFor(server.url, { totalLimitMs: 100 });
    expect(await hasty.monthTotal(who)).toEqual({
      ok: false,
      failure: { kind: 'server-fault', status: 503 },
    });
    expect(server.count('GET')).toBe(1);
  });

  test('a refusal keeps its meaning if its body drips', async () => {
    always({ kind: 'refuse', status: 404, body: 'x'.repeat(1_000) });
    always({ kind: 'slow-body', byteEveryMs: 20 });
    expect(await client.monthTotal(who)).toEqual({ ok: false, failure: { kind: 'not-found' } });
  });

  test('a refusal keeps its meaning if its body is cut', async () => {
    always({ kind: 'refuse', status: 401 });
    always({ kind: 'cut', at: 'in-body' });
    expect(await client.monthTotal(who)).toEqual({ ok: false, failure: { kind: 'signed-out' } });
  });

  test('a call can be cancelled', async () => {
    always({ kind: 'latency', delayMs: 5_000 });
    const abort = new AbortController();
    const outcome = client.monthTotal(who, { signal: abort.signal });
    abort.abort();
    expect(await outcome).toEqual({ ok: false, failure: { kind: 'cancelled' } });
  });
});

test(proves(platform, 'printed-token'), async () => {
  for (const fault of [
    { kind: 'cut', at: 'in-body' },
    { kind: 'refuse', status: 500, body: '{"error":"no"}' },
  ] satisfies Fault[]) {
    server.simulator.faults.clear();
    always(fault);
    const outcome = await client.monthTotal(who);
    const login = await client.login('main', new Secret('The_password_1'));
    for (const printed of [outcome, login].flatMap(everyPrint)) {
      expect(printed).not.toContain(who.token.reveal());
      expect(printed).not.toContain('The_password_1');
      expect(printed).not.toContain(Buffer.from('main:The_password_1').toString('base64'));
    }
  }
});

/** Returns what a log, a console, a report or a careless line of code would print. */
function everyPrint(value: object): string[] {
  return [
    JSON.stringify(value),
    inspect(value, { depth: null, showHidden: true, getters: true }),
    inspect(structuredClone(value), { depth: null }),
    String(value),
    Object.values(value).join(),
  ];
}
