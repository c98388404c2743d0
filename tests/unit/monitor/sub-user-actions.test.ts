import { beforeEach, describe, expect, test } from 'vitest';
import type { SubUser } from '../../../electron/contract/sub-user.ts';
import type { AppStore } from '../../../electron/monitor/state.ts';
import { accountState, currentAccountId } from '../../../electron/monitor/state.ts';
import { createRosterFile } from '../../../electron/monitor/sub-users/roster-file.ts';
import { demoCredentials, type Simulator } from '../../../electron/oxylabs/simulator/simulator.ts';
import { writeCheckText } from '../../../electron/text/failure.ts';
import { type Account, openAccount } from '../../support/unit/account.ts';
import { passSeconds, whilePassing } from '../../support/unit/fake-clock.ts';

let simulator: Simulator;
let store: AppStore;
let actions: Pick<Account['monitor']['commands'], 'createSubUser' | 'updateSubUser' | 'deleteSubUser'>;
let clock: Account['clock'];
let commands: Account['monitor']['commands'];
let requests: string[];
let storage: Account['storage'];
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
  ({ simulator, store, requests, storage, roster, known } = account);
  const { commands: own } = account.monitor;
  ({ clock } = account);
  commands = own;
  actions = {
    createSubUser: (wanted) => whilePassing(clock, own.createSubUser(wanted)),
    updateSubUser: (change) => whilePassing(clock, own.updateSubUser(change)),
    deleteSubUser: (which) => whilePassing(clock, own.deleteSubUser(which)),
  };
}

/** Waits as long as a late server may take, and returns what the state then has of the last write. */
async function lastWord(): Promise<string | undefined> {
  const done = () => accountState(store.getState(), currentAccountId(store.getState())).checks[0]?.done;
  await passSeconds(clock, 115);
  while (done() === 'checking') await passSeconds(clock, 5);
  return done();
}

describe('a server that is late', () => {
  /** Cuts each answer, and does what it was asked for only after `lateMs`. */
  function lateServer(on: RegExp, lateMs: number, deed: () => void): void {
    simulator.faults.add({ fault: { kind: 'refuse', status: 504 }, on });
    clock.after(lateMs, deed);
  }
  const people = () => simulator.account.people;

  test.each([
    [9_000, 'yes', 4],
    [100_000, 'yes', 6],
    [200_000, 'no', 6],
  ])('by %i ms: the last word is “%s”, after few readings', async (lateMs, word, readings) => {
    const { id } = known('travel_fares');
    lateServer(/^PATCH/, lateMs, () => {
      const person = people().get(id);
      if (person !== undefined) person.limitGb = 77;
    });
    expect(await actions.updateSubUser({ id, changes: { limitGb: 77 }, seen: null })).toMatchObject({
      failure: { kind: 'unclear-write', done: 'checking' },
    });
    expect(await lastWord()).toBe(word);
    expect(sent('PATCH')).toHaveLength(1);
    expect(sent('GET').length).toBeLessThanOrEqual(readings);
    expect(known('travel_fares').limit).toEqual({ kind: 'gb', limitGb: word === 'yes' ? 77 : 80 });
  });

  test('is named with its sub-user and its cause until the user has read it, and twenty are kept', async () => {
    const { id } = known('travel_fares');
    const checks = () => accountState(store.getState(), currentAccountId(store.getState())).checks;
    lateServer(/^PATCH/, 200_000, () => {});
    for (let limitGb = 100; limitGb < 122; limitGb += 1)
      await actions.updateSubUser({ id, changes: { limitGb }, seen: null });
    expect(checks()).toHaveLength(20);
    await lastWord();
    await passSeconds(clock, 200);
    expect(checks()).toHaveLength(20);
    const said = { username: 'travel_fares', cause: { kind: 'server-fault', status: 504 }, done: 'no' };
    const [first, ...others] = checks();
    expect(new Set(checks().map((each) => each.id)).size).toBe(20);
    for (const check of checks()) expect(check).toMatchObject(said);
    expect(first === undefined ? '' : writeCheckText(first)).toMatch(/^travel_fares: .* was not saved\.$/);
    await commands.dismissCheck({ check: first?.id ?? '' });
    expect(checks()).toEqual(others);
  });

  test('deletes in the end: gone, and not taken for a disabled one', async () => {
    const { id } = known('travel_fares');
    lateServer(/^DELETE/, 30_000, () => people().delete(id));
    expect(await actions.deleteSubUser({ id })).toMatchObject({ failure: { done: 'checking' } });
    expect(await lastWord()).toBe('yes');
    expect(roster().some((each) => each.id === id)).toBe(false);
  });

  test('and a user who signs out meanwhile: nothing is kept of it', async () => {
    const { id } = known('travel_fares');
    lateServer(/^PATCH/, 30_000, () => {});
    await actions.updateSubUser({ id, changes: { limitGb: 77 }, seen: null });
    await commands.signOut();
    expect(await lastWord()).toBeUndefined();
    expect(store.getState().accounts).toEqual({});
  });
});

describe('create', () => {
  test('is one POST, shown at once', async () => {
    expect((await actions.createSubUser(wanted)).ok).toBe(true);
    expect(known('new_one').limit).toEqual({ kind: 'gb', limitGb: 5 });
    expect(requests).toEqual(['POST /sub-users']);
  });

  test('an answer that was cut after the server created it: found in the list, sent once', async () => {
    simulator.faults.add({ fault: { kind: 'cut', at: 'before-headers' }, on: /^POST/ });
    expect(await actions.createSubUser(wanted)).toMatchObject({
      failure: { kind: 'unclear-write', done: 'exists' },
    });
    expect(requests).toEqual(['POST /sub-users', 'GET /sub-users']);
    expect(known('new_one').listed).toBe(true);
  });

  test('a server fault before it was created: reported, and not created', async () => {
    simulator.faults.add({ fault: { kind: 'refuse', status: 502 }, on: /^POST/ });
    expect(await actions.createSubUser(wanted)).toMatchObject({
      failure: { kind: 'unclear-write', done: 'checking' },
    });
    expect(await lastWord()).toBe('no');
    expect(sent('POST')).toHaveLength(1);
  });

  test('a name that existed before: it is unclear who created it', async () => {
    simulator.faults.add({ fault: { kind: 'cut', at: 'before-headers' }, on: /^POST/ });
    expect(await actions.createSubUser({ ...wanted, username: 'seo_audit' })).toMatchObject({
      failure: { kind: 'unclear-write', done: 'unknown' },
    });
  });

  test('the list cannot be read afterwards: unknown', async () => {
    simulator.faults.add({ fault: { kind: 'cut', at: 'before-headers' } });
    expect(await actions.createSubUser(wanted)).toMatchObject({
      failure: { kind: 'unclear-write', done: 'checking' },
    });
    expect(await lastWord()).toBe('unknown');
  });
});

describe('update', () => {
  test('a change on the server in the meantime is reported, and nothing is sent', async () => {
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

  test('a refusal is reported as it is, without reading again', async () => {
    simulator.faults.add({ fault: { kind: 'refuse', status: 400 }, on: /^PATCH/ });
    const { id } = known('travel_fares');
    expect(await actions.updateSubUser({ id, changes: { limitGb: 1 }, seen: null })).toMatchObject({
      failure: { kind: 'rejected' },
    });
    expect(requests).toHaveLength(1);
  });

  test('a 404 forgets the sub-user', async () => {
    const { id } = known('travel_fares');
    simulator.account.people.delete(id);
    expect(await actions.updateSubUser({ id, changes: { limitGb: 1 }, seen: null })).toMatchObject({
      failure: { kind: 'not-found' },
    });
    expect(roster().some((each) => each.id === id)).toBe(false);
  });

  test('a 401 in the middle of 200: one login, each change sent once', async () => {
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
  const kept = () =>
    createRosterFile(storage.rosters)
      .recall(currentAccountId(store.getState()) ?? '')
      .map(({ username }) => username);

  test('follows creations and deletions, so that no deleted sub-user returns with the next start', async () => {
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
  test('a sub-user that no longer exists counts as deleted', async () => {
    const { id } = known('travel_fares');
    simulator.account.people.delete(id);
    expect(await actions.deleteSubUser({ id })).toEqual({ ok: true, value: null });
    expect(roster().some((each) => each.id === id)).toBe(false);
  });

  test('an unclear answer is settled by the list', async () => {
    simulator.faults.add({ fault: { kind: 'refuse', status: 504 }, on: /^DELETE/ });
    const { id } = known('travel_fares');
    expect(await actions.deleteSubUser({ id })).toMatchObject({
      failure: { kind: 'unclear-write', done: 'checking' },
    });
    expect(await lastWord()).toBe('no');
    expect(sent('DELETE')).toHaveLength(1);
  });
});
