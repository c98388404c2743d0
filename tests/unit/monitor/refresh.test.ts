import { beforeEach, expect, test } from 'vitest';
import { Session } from '../../../electron/account/session.ts';
import { createVault } from '../../../electron/account/vault.ts';
import { createActions } from '../../../electron/monitor/actions.ts';
import { refresh } from '../../../electron/monitor/refresh.ts';
import { createPublisher } from '../../../electron/monitor/snapshot.ts';
import { type AppStore, accountState, currentAccountId } from '../../../electron/monitor/state.ts';
import { Secret } from '../../../electron/oxylabs/secret.ts';
import {
  createSimulator,
  demoCredentials,
  type Simulator,
} from '../../../electron/oxylabs/simulator/simulator.ts';
import { clientFor } from '../../support/client.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { storeSignedIn } from '../../support/store.ts';
import { fakeCipher, fakeKeychain, memoryFile } from '../../support/vault-parts.ts';

let clock: FakeClock;
let simulator: Simulator;
let store: AppStore;
let session: Session;
let requests: string[];
const run = () => refresh({ store, session, client, now: clock.now, roster });
let client: ReturnType<typeof clientFor>;
const roster = { recall: () => [], keep: () => {} };
const account = () => accountState(store.getState(), currentAccountId(store.getState()));

async function begin(subUserCount: number) {
  clock = new FakeClock();
  simulator = createSimulator({ now: clock.now, subUserCount });
  requests = [];
  client = clientFor('https://simulator.invalid/v2', {
    now: clock.now,
    fetch: (input, init) => {
      const request = new Request(input, init);
      requests.push(`${request.method} ${new URL(request.url).pathname.replace(/users\/[^/]+/, 'users/ID')}`);
      return simulator.fetch(request);
    },
  });
  store = storeSignedIn();
  session = new Session({
    client,
    vault: createVault({ keychain: fakeKeychain(), localCipher: fakeCipher(), file: memoryFile() }),
    now: clock.now,
    keepWithoutKeyring: () => false,
    onChange: () => store.setState({ session: session.view() }),
  });
  await session.signIn(demoCredentials.username, new Secret(demoCredentials.password));
  requests.length = 0;
}

beforeEach(() => begin(12));

test.each([12, 12_000])('two requests with %i sub-users', async (count) => {
  await begin(count);
  expect((await run()).ok).toBe(true);
  expect(requests.sort()).toEqual(['GET /v2/users/ID/client-stats', 'GET /v2/users/ID/sub-users']);
  expect(account().subUsers?.value.subUsers).toHaveLength(count);
});

test('what fails keeps its old figure and its age, what works is new', async () => {
  await run();
  const before = account();
  clock.jump(60_000);
  simulator.faults.add({ fault: { kind: 'refuse', status: 500 }, on: /client-stats/ });
  expect(await run()).toMatchObject({ ok: false, failure: { kind: 'server-fault' } });
  expect(account().month).toBe(before.month);
  expect(account().subUsers?.readAt).toBe(clock.now());
  expect(account().problem).toEqual({ kind: 'server-fault', status: 500 });
  simulator.faults.clear();
  await run();
  expect(account()).toMatchObject({ problem: null, refreshing: false });
  expect(account().month?.readAt).toBe(clock.now());
});

test('an answer that arrives after sign-out is dropped', async () => {
  const late = run();
  session.signOut();
  await late;
  expect(account().month).toBeNull();
});

test('windows are told the slices that changed, and those alone', async () => {
  const publisher = createPublisher(store);
  const told: string[][] = [];
  const revisions: number[] = [];
  publisher.subscribe(({ revision, slices }) => {
    told.push(Object.keys(slices).sort());
    revisions.push(revision);
  });
  await run();
  expect(told).toEqual([['traffic'], ['nearest', 'subUsers', 'traffic']]);
  expect(revisions).toEqual([1, 2]);
  store.setState({ online: true });
  expect(told).toHaveLength(2);
  expect(publisher.current().slices.nearest.total).toBe(12);
});

const forgotten: string[] = [];
const actionsOf = () =>
  createActions({
    store,
    session,
    poller: { refreshNow: async () => {} },
    saveSettings: () => {},
    forgetFiles: (accountId) => forgotten.push(accountId),
  });

test('signing out drops all figures of the account and keeps its files for the next time', async () => {
  await run();
  const id = currentAccountId(store.getState());
  await actionsOf().signOut();
  expect(forgotten).toEqual([]);
  expect(accountState(store.getState(), id).month).toBeNull();
  expect(createPublisher(store).current().slices).toMatchObject({
    session: { kind: 'signed-out' },
    traffic: { month: null },
    subUsers: { subUsers: [] },
  });
});

test('forgetting an account erases its files too, and only the account that is named', async () => {
  await run();
  const accountId = currentAccountId(store.getState()) ?? '';
  const other = await actionsOf().forgetAccount({ accountId: 'another' });
  expect(other).toEqual({ ok: false, failure: { kind: 'not-found' } });
  expect(session.view().kind).toBe('signed-in');
  await actionsOf().forgetAccount({ accountId });
  expect(session.view().kind).toBe('signed-out');
  expect(forgotten).toEqual([accountId]);
});
