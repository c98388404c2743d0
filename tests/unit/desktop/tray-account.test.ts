import { expect, test } from 'vitest';
import type { AccountRow } from '../../../electron/contract/account-list.ts';
import { sumOf } from '../../../electron/contract/account-sum.ts';
import { defaultSettings } from '../../../electron/contract/settings.ts';
import type { Snapshot } from '../../../electron/contract/snapshot.ts';
import { trayAccount } from '../../../electron/desktop/tray/tray-account.ts';
import { trayModel } from '../../../electron/desktop/tray/tray-model.ts';
import { accountSumText } from '../../../electron/text/account-sum.ts';
import { accountUseText } from '../../../electron/text/accounts.ts';
import { accountRow } from '../../../renderer/gallery/accounts.ts';
import { snapshotOf } from '../../../renderer/gallery/snapshot.ts';

const { traffic } = snapshotOf();

function used(trafficGb: number, sizeGb: number | null, change: Partial<Snapshot> = {}): Snapshot {
  const month = { trafficGb, dateFrom: '2026-03-01', dateTo: '2026-03-15', readAt: 0 };
  const settings = { ...defaultSettings, plan: { ...defaultSettings.plan, sizeGb } };
  return snapshotOf({ traffic: { ...traffic, month }, settings, ...change });
}

const keyOf = (snapshots: Snapshot[], wanted = 'worst') =>
  trayAccount(
    snapshots.map((snapshot, index) => ({ key: `${index + 1}`, snapshot })),
    wanted,
  )?.key;

test('the tray shows the account that needs the user most, or the chosen one', () => {
  const signedOut = snapshotOf({ session: { kind: 'signed-out', reason: 'signed-out', username: null } });
  const refused = snapshotOf({ session: { kind: 'signed-out', reason: 'refused', username: null } });
  const stale = used(10, 100, { traffic: { ...traffic, stale: true } });
  expect(keyOf([used(10, 100), used(50, 100), used(200, 1_000)])).toBe('2');
  expect(keyOf([used(10, 100), used(85, 100), used(101, 100)])).toBe('3');
  expect(keyOf([used(85, 100), refused])).toBe('2');
  expect(keyOf([refused, used(101, 100)])).toBe('2');
  expect(keyOf([used(50, 100), stale])).toBe('2');
  expect(keyOf([signedOut, used(1, 100)])).toBe('2');
  expect(keyOf([used(10, 100), used(101, 100)], '1')).toBe('1');
  // One that was removed is no choice.
  expect(keyOf([used(10, 100), used(101, 100)], '7')).toBe('2');
  expect(trayAccount([], 'worst')).toBeNull();
});

test('the tooltip has a line for each account, and the menu names the one that it signs out', () => {
  const rows: AccountRow[] = [
    accountRow({ key: '1', username: 'main', usedGb: 40, planGb: 100 }),
    accountRow({ key: '2', name: 'Agency', state: 'signed-out', usedGb: null }),
    accountRow({ key: '3', name: 'Mobile', state: 'stale', usedGb: 12.5, planGb: null }),
  ];
  const model = trayModel(snapshotOf({ accountList: { shown: '3', rows } }), 0);
  expect(model.tooltip).toBe('main: 40 of 100 GB\nAgency: signed out\nMobile: 12.5 GB (outdated)');
  expect(model.items.flatMap((item) => (item.kind === 'action' ? [item.label] : []))).toContain(
    'Sign out of Mobile',
  );
  const many = Array.from({ length: 20 }, (_, index) =>
    accountRow({ key: `${index + 1}`, name: `Account ${index}` }),
  );
  const lines = trayModel(snapshotOf({ accountList: { shown: '1', rows: many } }), 0).tooltip.split('\n');
  expect(lines).toHaveLength(9);
  expect(lines.at(-1)).toBe('12 more accounts');
});

test('only the traffic of one calendar month is added up, and what is not known is said', () => {
  const all = [
    accountRow({ key: '1', monthGb: 100, monthFrom: '2026-03-01' }),
    accountRow({ key: '2', monthGb: 50, monthFrom: '2026-03-01' }),
    accountRow({ key: '3', monthGb: 900, monthFrom: '2026-02-01' }),
    accountRow({ key: '4', monthGb: null, monthFrom: '2026-03-01' }),
  ];
  expect(sumOf(all)).toEqual({ monthGb: 150, added: 2, of: 4 });
  expect(accountSumText(sumOf(all), 'en-GB')).toBe('This month: 150 GB, from 2 of 4 accounts');
  expect(accountSumText(sumOf(all.slice(0, 2)), 'en-GB')).toBe('This month: 150 GB');
  expect(sumOf([accountRow({ monthGb: null, monthFrom: null })])).toEqual({ monthGb: null, added: 0, of: 1 });
});

test('what an account has used is never zero where it is not known', () => {
  const text = (change: Partial<AccountRow>) => accountUseText(accountRow(change), 'en-GB');
  expect(text({ usedGb: null })).toBe('not known yet');
  expect(text({ usedGb: 0, planGb: 50 })).toBe('0 of 50 GB');
  expect(text({ state: 'starting' })).toBe('starting');
  expect(text({ state: 'refused' })).toBe('signed out by Oxylabs');
  expect(text({ usedGb: 5, planGb: null, failing: true })).toBe('5 GB (last refresh failed)');
});
