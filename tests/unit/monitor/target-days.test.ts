import { beforeEach, expect, test } from 'vitest';
import { dayMs, dayOf } from '../../../electron/contract/day.ts';
import { currentAccountId } from '../../../electron/monitor/state.ts';
import { createTargetDays } from '../../../electron/monitor/usage/target-days.ts';
import type { JsonFiles } from '../../../electron/storage/files.ts';
import { type Account, openAccount } from '../../support/unit/account.ts';

let account: Account;
let kept: Map<string, unknown>;

const files: JsonFiles = {
  read: (name) => kept.get(name) ?? null,
  write: (name, value) => void kept.set(name, value),
  names: () => [...kept.keys()],
  sweep(keeps) {
    for (const name of [...kept.keys()]) if (!keeps(name)) kept.delete(name);
  },
};

const open = () =>
  createTargetDays({
    ...account,
    now: account.clock.now,
    accountId: () => currentAccountId(account.store.getState()),
    files,
  });
const dateBefore = (days: number) => dayOf(account.clock.now() - days * dayMs);

beforeEach(async () => {
  account = await openAccount();
  kept = new Map();
});

test('a past day is requested once, and read from disk by the next start', async () => {
  const { id } = account.known('travel_fares');
  const date = dateBefore(5);
  const first = await open().read(id, date);
  expect(first).toMatchObject({ ok: true });
  expect(await open().read(id, date)).toEqual(first);
  expect(account.requests).toHaveLength(1);
});

test('today and yesterday are requested each time, because they still change in some time zone', async () => {
  const { id } = account.known('travel_fares');
  for (const days of [0, 1]) {
    await open().read(id, dateBefore(days));
    await open().read(id, dateBefore(days));
  }
  expect(account.requests).toHaveLength(4);
  expect(kept.size).toBe(0);
});

test('a failure is not stored', async () => {
  const { id } = account.known('travel_fares');
  const date = dateBefore(5);
  account.simulator.faults.add({
    fault: { kind: 'refuse', status: 400, body: '{"message":"No."}' },
    times: 1,
  });
  expect(await open().read(id, date)).toMatchObject({ ok: false });
  expect(await open().read(id, date)).toMatchObject({ ok: true });
});

test('days that the API no longer has are removed, and so are all of a forgotten account', async () => {
  const { id } = account.known('travel_fares');
  await open().read(id, dateBefore(29));
  await account.clock.pass(10 * dayMs);
  await open().read(id, dateBefore(5));
  expect(kept.size).toBe(1);
  kept.set('other_1_2026-11-20.json', {});
  const mine = currentAccountId(account.store.getState());
  if (mine === null) throw new Error('No account is signed in.');
  open().forget(mine);
  expect([...kept.keys()]).toEqual(['other_1_2026-11-20.json']);
});

test('an invalid file costs a request, not the answer', async () => {
  const { id } = account.known('travel_fares');
  const date = dateBefore(5);
  kept.set(`${currentAccountId(account.store.getState())}_${id}_${date}.json`, { totalGb: 'much' });
  expect(await open().read(id, date)).toMatchObject({ ok: true });
});
