import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSimulator } from '../../../electron/oxylabs/simulator/simulator.ts';
import { trafficBetween } from '../../../electron/oxylabs/simulator/traffic.ts';
import { clientFor, loggedIn } from '../../support/unit/client.ts';

const noon = Date.parse('2026-03-15T12:00:00Z');

test('the demo’s traffic grows with the clock, and the month’s total with it', async () => {
  let now = noon;
  const { fetch } = createSimulator({ now: () => now });
  const client = clientFor('https://simulator.invalid/v2', { fetch, now: () => now });
  const who = await loggedIn(client);
  const before = await client.monthTotal(who);
  now += 10 * 60_000;
  const after = await client.monthTotal(who);
  if (!before.ok || !after.ok) throw new Error('The simulator failed.');
  expect(after.value.trafficGb).toBeGreaterThan(before.value.trafficGb ?? Number.POSITIVE_INFINITY);
  expect(after.value.dateFrom).toBe('2026-03-01');
});

test('adjacent ranges of traffic add up', () => {
  const moment = fc.integer({ min: noon - 40 * 86_400_000, max: noon });
  fc.assert(
    fc.property(fc.nat(), moment, moment, moment, (seed, ...moments) => {
      const [first = 0, second = 0, third = 0] = moments.sort((one, other) => one - other);
      const draw = { seed, dailyGb: 3 };
      const parts = trafficBetween(draw, first, second) + trafficBetween(draw, second, third);
      expect(parts).toBeCloseTo(trafficBetween(draw, first, third), 9);
    }),
  );
});

test('20,000 sub-users make a believable account', () => {
  const { account } = createSimulator({ now: () => noon, subUserCount: 20_000 });
  const people = [...account.people.values()];
  expect(people).toHaveLength(20_000);
  expect(new Set(people.map(({ username }) => username)).size).toBe(20_000);
});

test('a token ends after an hour', async () => {
  let now = noon;
  const { fetch } = createSimulator({ now: () => now });
  const client = clientFor('https://simulator.invalid/v2', { fetch, now: () => now });
  const who = await loggedIn(client);
  now += 61 * 60_000;
  expect(await client.monthTotal(who)).toEqual({ ok: false, failure: { kind: 'signed-out' } });
});

test('documented refusals come with the vendor’s kind of message', async () => {
  const { fetch, account } = createSimulator({ now: () => noon, mostSubUsers: 13 });
  const client = clientFor('https://simulator.invalid/v2', { fetch });
  const who = await loggedIn(client);
  const create = (username: string) =>
    client.createSubUser(who, {
      username,
      password: 'Abcdefgh_123',
      limitGb: 5,
      lifetime: false,
      disablesAtLimit: false,
    });
  expect(await create('seo_audit')).toMatchObject({ failure: { message: 'Username is already taken' } });
  expect((await create('thirteenth')).ok).toBe(true);
  expect(await create('fourteenth')).toMatchObject({
    failure: { message: 'Maximum number of sub-users reached' },
  });
  expect(await client.deleteSubUser(who, 1)).toEqual({ ok: false, failure: { kind: 'not-found' } });
  account.listsDisabled = false;
  const list = await client.listSubUsers(who);
  expect(list.ok && list.value.subUsers.some(({ username }) => username === 'real_estate_feed')).toBe(false);
});

test('a write is carried out before its answer is cut', async () => {
  const { fetch, account, faults } = createSimulator({ now: () => noon });
  const client = clientFor('https://simulator.invalid/v2', { fetch });
  const who = await loggedIn(client);
  faults.add({ fault: { kind: 'cut', at: 'before-headers' }, on: /^DELETE/ });
  expect((await client.deleteSubUser(who, 10_002)).ok).toBe(false);
  expect(account.people.has(10_002)).toBe(false);
});
