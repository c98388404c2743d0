import { beforeEach, expect, test } from 'vitest';
import { createPublisher } from '../../../electron/monitor/publisher.ts';
import { accountState, currentAccountId, forgetAccount } from '../../../electron/monitor/state.ts';
import { type Account, openAccount } from '../../support/unit/account.ts';
import { turnByHand } from '../../support/unit/turn.ts';

let opened: Account;

beforeEach(async () => {
  opened = await openAccount();
});

const run = () => opened.monitor.commands.refresh();
const account = () => accountState(opened.store.getState(), currentAccountId(opened.store.getState()));

test.each([12, 12_000])(
  'two requests with %i sub-users',
  async (count) => {
    opened = await openAccount(count);
    expect((await run()).ok).toBe(true);
    expect(opened.requests.sort()).toEqual(['GET /client-stats', 'GET /sub-users']);
    expect(account().subUsers?.value.subUsers).toHaveLength(count);
  },
  30_000,
);

test('a failed half keeps its old figure and age, the other half is new', async () => {
  await run();
  const before = account();
  const { clock, simulator } = opened;
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
  const { session, store } = opened;
  const accountId = currentAccountId(store.getState());
  forgetAccount(store, accountId ?? '');
  const late = run();
  session.signOut();
  await late;
  expect(accountState(store.getState(), accountId)).toMatchObject({ month: null, subUsers: null });
});

test('windows receive the slices that changed, and no others', async () => {
  const turn = turnByHand();
  const publisher = createPublisher(opened.store, turn.parts);
  const received: string[][] = [];
  const revisions: number[] = [];
  publisher.subscribe(({ revision, slices, subUserRows }) => {
    received.push([...Object.keys(slices), ...(subUserRows === undefined ? [] : ['rows'])].sort());
    revisions.push(revision);
  });
  opened.clock.jump(60_000);
  const refreshed = run();
  turn.end();
  await refreshed;
  turn.end();
  expect(received).toEqual([['traffic'], ['accountDays', 'nearest', 'outlook', 'rows', 'traffic']]);
  expect(revisions).toEqual([1, 2]);
  opened.store.setState({ awake: true });
  turn.end();
  expect(received).toHaveLength(2);
  expect(publisher.current().slices.nearest.total).toBe(12);
});

const files = ({ storage }: Account) => [
  ...storage.history.names(),
  ...Object.keys(Object(storage.rosters.read())),
];

test('signing out drops all figures of the account and keeps its files for the next time', async () => {
  const { store, monitor } = opened;
  const id = currentAccountId(store.getState());
  const before = files(opened);
  expect(before).toHaveLength(2);
  await monitor.commands.signOut();
  expect(files(opened)).toEqual(before);
  expect(accountState(store.getState(), id).month).toBeNull();
  expect(createPublisher(opened.store, turnByHand().parts).current().slices).toMatchObject({
    session: { kind: 'signed-out' },
    traffic: { month: null },
    subUsers: { subUsers: [] },
  });
});

test('forgetting an account erases its files too, and only those of the named account', async () => {
  const { store, monitor, session } = opened;
  const before = files(opened);
  const accountId = currentAccountId(store.getState()) ?? '';
  const other = await monitor.commands.forgetAccount({ accountId: 'another' });
  expect(other).toEqual({ ok: false, failure: { kind: 'not-found' } });
  expect(session.view().kind).toBe('signed-in');
  expect(files(opened)).toEqual(before);
  await monitor.commands.forgetAccount({ accountId });
  expect(session.view().kind).toBe('signed-out');
  expect(files(opened)).toEqual([]);
  expect(opened.storage.log.names()).toEqual([]);
});
