import { afterEach, beforeEach, expect, test } from 'vitest';
import { createPublisher } from '../../../electron/monitor/publisher.ts';
import { Poller } from '../../../electron/monitor/refresh/poller.ts';
import { accountState } from '../../../electron/monitor/state.ts';
import { account as matrix } from '../../matrix/account.ts';
import { proves } from '../../matrix/fault.ts';
import { SimulatorServer } from '../../support/server/simulator-server.ts';
import {
  expectReadToSurvive,
  expectRecovery,
  expectWords,
  readNow,
  stateOf,
  writesOf,
} from '../../support/unit/fault-proof.ts';
import { openRealWay, type RealWay, wayTo } from '../../support/unit/way-to-server.ts';

let account: RealWay;
beforeEach(async () => {
  account = await openRealWay();
});
afterEach(() => account.server.stop());

const hourMs = 60 * 60_000;
const ofAccount = /\/users\//;
const logins = () => account.server.count('POST /v2/login');

test(proves(matrix, 'user-deleted'), async () => {
  const { faults } = account.simulator;
  const gone = { fault: { kind: 'refuse', status: 404 }, on: ofAccount } as const;
  faults.add(gone);
  const expected = { failure: { kind: 'not-found' }, says: /does not know this account/, tries: 1 } as const;
  await expectReadToSurvive(account, expected, () => faults.clear());
  // A 404 on a write would otherwise look like a deleted sub-user.
  faults.add(gone);
  for (const { method, ask } of writesOf(account)) {
    const outcome = await ask();
    expect(outcome, method).toEqual({ ok: false, failure: { kind: 'not-found' } });
    if (!outcome.ok) expectWords(outcome.failure, expected.says);
  }
  expect(account.roster()).toHaveLength(12);
  faults.clear();
  await expectRecovery(account);
});

test(proves(matrix, 'token-of-another'), async () => {
  const { faults } = account.simulator;
  const failure = { kind: 'rejected', status: 403, message: 'Forbidden' } as const;
  faults.add({ fault: { kind: 'refuse', status: 403, body: '{"error":"Forbidden"}' }, on: ofAccount });
  await expectReadToSurvive(account, { failure, says: /^Oxylabs refused: Forbidden\.$/, tries: 1 }, () =>
    faults.clear(),
  );
  expect(logins()).toBe(0);
});

test(proves(matrix, 'another-user-id'), async () => {
  const { store, simulator } = account;
  const another = await SimulatorServer.start({ subUserCount: 3 });
  another.simulator.account.monthOverride = { trafficGb: 999 };
  const mine = simulator.account.accountId;
  const theirs = another.simulator.account.accountId;
  const before = accountState(store.getState(), mine);
  const shownTotals: unknown[] = [];
  const publisher = createPublisher(store, { afterTurn: setImmediate, report: () => {} });
  publisher.subscribe(({ slices }) => {
    if (slices.traffic !== undefined) shownTotals.push(slices.traffic.month?.trafficGb ?? null);
  });
  account.lead(/^/, wayTo(`http://127.0.0.1:${another.port}`));
  await readNow(account);
  expect(store.getState().session).toMatchObject({ kind: 'signed-in', accountId: theirs });
  await expectRecovery(account);
  expect(stateOf(account).month?.value.trafficGb).toBe(999);
  expect(stateOf(account).subUsers?.value.subUsers).toHaveLength(3);
  expect(accountState(store.getState(), mine).month).toBe(before.month);
  expect(accountState(store.getState(), mine).subUsers).toBe(before.subUsers);
  await publisher.published();
  // The first account's, then nothing yet, then the second account's.
  expect([...new Set(shownTotals)]).toEqual([before.month?.value.trafficGb, null, 999]);
  await another.stop();
});

/** Checks what works while the clock is wrong, and after. */
async function expectClockToMatterNot(byMs: number): Promise<void> {
  const { store, clock } = account;
  const poller = new Poller({ store, clock, random: () => 0, refresh: () => readNow(account) });
  await poller.refreshNow();
  const failed = { fault: { kind: 'refuse', status: 500 }, on: ofAccount } as const;
  account.simulator.faults.add(failed);
  clock.set(byMs);
  // Time for the age to be checked; there is no network meanwhile.
  await clock.pass(61_000);
  await poller.refreshNow();
  expect(stateOf(account)).toMatchObject({ stale: true, problem: { kind: 'server-fault' } });
  // The next refresh comes on time, not two hours late.
  expect((stateOf(account).nextRefreshAt ?? 0) - clock.now()).toBeLessThanOrEqual(20 * 60_000);
  account.simulator.faults.clear();
  await poller.refreshNow();
  expect(logins()).toBe(1);
  expect(stateOf(account)).toMatchObject({ stale: false, problem: null });
  expect(stateOf(account).month?.readAt).toBe(clock.now());
  // The clock is corrected.
  clock.set(-byMs);
  await poller.refreshNow();
  expect(stateOf(account)).toMatchObject({ stale: false, problem: null });
  expect(stateOf(account).month?.readAt).toBe(clock.now());
  poller.stop();
}

test(proves(matrix, 'clock-ahead'), () => expectClockToMatterNot(2 * hourMs));
test(proves(matrix, 'clock-back'), () => expectClockToMatterNot(-2 * hourMs));

test(proves(matrix, 'clock-back', 'the popover'), async () => {
  const { store, clock } = account;
  let reads = 0;
  const read = () => {
    reads += 1;
    return readNow(account);
  };
  const poller = new Poller({ store, clock, random: () => 0, refresh: read });
  await poller.refreshNow();
  clock.set(-2 * hourMs);
  // The popover opens on figures from the future, so they are read again at once.
  poller.setPopoverOpen(true);
  expect(reads).toBe(2);
  await poller.refreshNow();
  poller.stop();
});
