import { expect, test } from 'vitest';
import { failed, succeeded } from '../../../../electron/contract/failure.ts';
import type { GuardDryRun } from '../../../../electron/contract/guard-dry-run.ts';
import type { UsageQuery } from '../../../../electron/contract/usage.ts';
import { withHours } from '../../../../electron/monitor/guard/dry-run-hours.ts';
import { capOf, openGuardAccount, unlimited } from '../../../support/unit/guard-account.ts';

const dayOfNovember = (day: number) => ({ day: `2026-11-${String(day).padStart(2, '0')}`, hour: null });
const stopsOf = (ids: readonly number[], days: number): GuardDryRun => ({
  kind: 'stops',
  stops: ids.map((id) => ({
    id,
    days: Array.from({ length: days }, (_, index) => dayOfNovember(index + 1)),
  })),
  unknownDays: 0,
});

test('asks for the last three days of three sub-users only, four at a time', async () => {
  const asked: { id: number; query: UsageQuery }[] = [];
  let now = 0;
  let most = 0;
  const result = await withHours(stopsOf([1, 2, 3, 4], 5), 1, async (id, query) => {
    asked.push({ id, query });
    now += 1;
    most = Math.max(most, now);
    await new Promise(setImmediate);
    now -= 1;
    return succeeded({ totalGb: 2, points: [{ at: '2026-11-05 16', trafficGb: 2 }], setAside: 0 });
  });
  expect(asked).toHaveLength(9);
  expect(most).toBe(4);
  expect(asked[0]).toEqual({
    id: 1,
    query: { type: 'custom', dateFrom: '2026-11-03 00', dateTo: '2026-11-03 23', timeZone: 'UTC' },
  });
  expect(result).toMatchObject({ stops: [{ days: [{}, {}, {}, { hour: null }, { hour: 16 }] }, {}, {}, {}] });
});

test('names the day alone where the API fails', async () => {
  const unanswered = stopsOf([1], 2);
  expect(await withHours(unanswered, 1, async () => failed({ kind: 'timed-out' }))).toEqual(unanswered);
});

test('the whole asks nothing where a rule would have stopped nothing', async () => {
  const account = await openGuardAccount();
  account.requests.length = 0;
  const rule = capOf([unlimited], 900);
  expect(await account.monitor.commands.dryRunGuardRule({ rule })).toMatchObject({ value: { stops: [] } });
  expect(account.requests).toEqual([]);
});
