import { beforeEach, describe, expect, test } from 'vitest';
import type { SubUser } from '../../../electron/contract/sub-user.ts';
import type { AppStore } from '../../../electron/monitor/state.ts';
import { currentAccountId } from '../../../electron/monitor/state.ts';
import { createSubUserActions } from '../../../electron/monitor/sub-user-actions.ts';
import { demoCredentials, type Simulator } from '../../../electron/oxylabs/simulator/simulator.ts';
import { type Account, openAccount } from '../../support/account.ts';

let simulator: Simulator;
let store: AppStore;
let actions: ReturnType<typeof createSubUserActions>;
let requests: string[];
let file: Account['file'];
let roster: () => readonly SubUser[];
let known: (username: string) => SubUser;

const sent = (method: string) => requests.filter((each) => each.startsWith(method));
const wanted = {
  username: 'new_one',
  password: 'Abcdefgh_123',
  limitGb: 5,
  lifetime: false,
  disablesAtLimit: true,
};

beforeEach(() => begin(12));

async function begin(subUserCount: number): Promise<void> {
  const account = await openAccount(subUserCount);
  ({ simulator, store, requests, file, roster, known } = account);
  const { list, session, client, clock } = account;
  actions = createSubUserActions({ list, session, client, now: clock.now });
}

describe('create', () => {
  test('one POST, shown at once', async () => {
    expect((await actions.createSubUser(wanted)).ok).toBe(true);
    expect(known('new_one').limit).toEqual({ kind: 'gb', limitGb: 5 });
    expect(requests).toEqual(['POST /sub-users']);
  });

  test('an answer that was cut after the server did it: found in the list, sent once', async () => {
    simulator.faults.add({ fault: { kind: 'cut', at: 'before-headers' }, on: /^POST/ });
    expect(await actions.createSubUser(wanted)).toMatchObject({
      failure: { kind: 'unclear-write', done: 'yes' },
    });
    expect(requests).toEqual(['POST /sub-users', 'GET /sub-users']);
    expect(known('new_one').listed).toBe(true);
  });

  test('a server fault before it was done: said, and not done', async () => {
    simulator.faults.add({ fault: { kind: 'refuse', status: 502 }, on: /^POST/ });
    expect(await actions.createSubUser(wanted)).toMatchObject({
      failure: { kind: 'unclear-write', done: 'no' },
    });
    expect(sent('POST')).toHaveLength(1);
  });

  test('one of that name was there before: whose it is cannot be told', async () => {
    simulator.faults.add({ fault: { kind: 'cut', at: 'before-headers' }, on: /^POST/ });
    expect(await actions.createSubUser({ ...wanted, username: 'seo_audit' })).toMatchObject({
      failure: { kind: 'unclear-write', done: 'unknown' },
    });
  });

  test('nothing can be read any more: unknown', async () => {
    simulator.faults.add({ fault: { kind: 'cut', at: 'before-headers' } });
    expect(await actions.createSubUser(wanted)).toMatchObject({
      failure: { kind: 'unclear-write', done: 'unknown' },
    });
  });
});

describe('update', () => {
  test('what changed on the server since is told, and nothing is sent', async () => {
    const seen = known('travel_fares');
    const person = simulator.account.people.get(seen.id);
    if (person !== undefined) person.limitGb = 200;
    const { status, limit, lifetime, disablesAtLimit } = seen;
    const outcome = await actions.updateSubUser({
      id: seen.id,
      changes: { limitGb: 90 },
      seen: { status, limit, lifetime, disablesAtLimit },
    });
    expect(outcome).toMatchObject({
      failure: { kind: 'changed-on-server', now: { limit: { kind: 'gb', limitGb: 200 } } },
    });
    expect(sent('PATCH')).toEqual([]);
  });

  test('a refusal is told as it is, without reading again', async () => {
    simulator.faults.add({ fault: { kind: 'refuse', status: 400 }, on: /^PATCH/ });
    const { id } = known('travel_fares');
    expect(await actions.updateSubUser({ id, changes: { limitGb: 1 }, seen: null })).toMatchObject({
      failure: { kind: 'rejected' },
    });
    expect(requests).toHaveLength(1);
  });

  test('a 404 forgets it', async () => {
    const { id } = known('travel_fares');
    simulator.account.people.delete(id);
    expect(await actions.updateSubUser({ id, changes: { limitGb: 1 }, seen: null })).toMatchObject({
      failure: { kind: 'not-found' },
    });
    expect(roster().some((each) => each.id === id)).toBe(false);
  });

  test('a 401 in the middle of 200: one login, each done once', async () => {
    await begin(200);
    const ids = roster().map(({ id }) => id);
    const half = Math.floor(ids.length / 2);
    const change = (id: number) => actions.updateSubUser({ id, changes: { limitGb: 7 }, seen: null });
    const first = await Promise.all(ids.slice(0, half).map(change));
    simulator.account.expireTokens();
    const second = await Promise.all(ids.slice(half).map(change));
    expect([...first, ...second].every(({ ok }) => ok)).toBe(true);
    expect(sent('POST /login')).toHaveLength(1);
    expect([...simulator.account.people.values()].every(({ limitGb }) => limitGb === 7)).toBe(true);
  });
});

describe('the roster on disk', () => {
  const kept = () => file.recall(currentAccountId(store.getState()) ?? '').map(({ username }) => username);

  test('follows what is created and deleted here, so that nobody comes back with the next start', async () => {
    await actions.createSubUser(wanted);
    expect(kept()).toContain('new_one');
    await actions.deleteSubUser({ id: known('new_one').id });
    expect(kept()).not.toContain('new_one');
    const { id } = known('travel_fares');
    simulator.account.people.delete(id);
    await actions.updateSubUser({ id, changes: { limitGb: 1 }, seen: null });
    expect(kept()).not.toContain('travel_fares');
    expect(kept()).toHaveLength(11);
  });
});

describe('the main user', () => {
  test('is neither disabled nor deleted, and nothing is sent', async () => {
    const { id } = known(demoCredentials.username);
    const refused = { ok: false, failure: { kind: 'main-user' } };
    expect(await actions.deleteSubUser({ id })).toEqual(refused);
    expect(await actions.updateSubUser({ id, changes: { status: 'disabled' }, seen: null })).toEqual(refused);
    expect(requests).toEqual([]);
  });
});

describe('delete', () => {
  test('gone already is gone', async () => {
    const { id } = known('travel_fares');
    simulator.account.people.delete(id);
    expect(await actions.deleteSubUser({ id })).toEqual({ ok: true, value: null });
    expect(roster().some((each) => each.id === id)).toBe(false);
  });

  test('an unclear answer is settled by the list', async () => {
    simulator.faults.add({ fault: { kind: 'refuse', status: 504 }, on: /^DELETE/ });
    const { id } = known('travel_fares');
    expect(await actions.deleteSubUser({ id })).toMatchObject({
      failure: { kind: 'unclear-write', done: 'no' },
    });
    expect(sent('DELETE')).toHaveLength(1);
  });
});
