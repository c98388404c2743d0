import { expect, test } from 'vitest';
import type { CommandHandlers } from '../../../electron/contract/commands.ts';
import { dayMs, dayOf } from '../../../electron/contract/day.ts';
import { failed } from '../../../electron/contract/failure.ts';
import { openHistoryFiles } from '../../../electron/monitor/alerts/history-files.ts';
import { updateAccount } from '../../../electron/monitor/state.ts';
import { createHistoryActions } from '../../../electron/monitor/usage/history-actions.ts';
import { inMemoryLines } from '../../../electron/storage/in-memory.ts';
import { History } from '../../../electron/usage/history.ts';
import { accountId } from '../../../renderer/gallery/snapshot.ts';
import { subUser } from '../../support/unit/alert-run.ts';
import { storeSignedIn } from '../../support/unit/store.ts';

const now = Date.UTC(2026, 10, 24, 15);
const sender = undefined;

/** Opens an account whose sub-users use their id in GB a day, read at each midnight of two weeks. */
function open(count: number) {
  const store = storeSignedIn();
  const files = openHistoryFiles(inMemoryLines());
  const history = new History();
  const gbAt = (id: number, at: number) => (id * (at - Date.UTC(2026, 10, 1))) / dayMs;
  const listAt = (at: number) =>
    Array.from({ length: count }, (_, index) => subUser({ id: index + 1, trafficGb: gbAt(index + 1, at) }));
  for (let day = 8; day <= 24; day += 1) {
    const at = Date.UTC(2026, 10, day);
    const entries = history.next({ at, period: '2026-11-01', totalGb: gbAt(1, at), subUsers: listAt(at) });
    for (const entry of entries) history.add(entry);
    files.record(accountId, entries);
  }
  updateAccount(store, accountId, {
    month: { value: { trafficGb: 23.6, dateFrom: '2026-11-01', dateTo: '2026-11-24' }, readAt: now },
    subUsers: { value: { subUsers: listAt(now), setAside: 0 }, readAt: now },
  });
  const actions: CommandHandlers<unknown, 'readRecentDays' | 'readMovers' | 'readMonths'> =
    createHistoryActions({
      store,
      history: () => history,
      historyFiles: files,
      afterTurn: (run) => run(),
      now: () => now,
      askUsage: async () => failed({ kind: 'timed-out' }),
    });
  return actions;
}

test('the recent days are of the requested sub-users, in their order', async () => {
  const read = await open(3).readRecentDays({ ids: [2, 1, 99] }, sender);
  if (!read.ok) throw new Error('not read');
  const { lastDay, days } = read.value;
  expect(lastDay).toBe('2026-11-23');
  expect(days.map((each) => each.length)).toEqual([14, 14, 14]);
  expect(days[0]?.at(-1)).toBeCloseTo(2);
  expect(days[1]?.[0]).toBeCloseTo(1);
  expect(days[2]).toEqual(Array.from({ length: 14 }, () => null));
});

test('a window gets the days of the rows that it asked for, whatever the size of the account', async () => {
  const ids = Array.from({ length: 40 }, (_, index) => index + 1);
  const [few, many] = await Promise.all(
    [40, 10_000].map((count) => open(count).readRecentDays({ ids }, sender)),
  );
  expect(JSON.stringify(many)).toHaveLength(JSON.stringify(few).length);
  expect(JSON.stringify(many).length).toBeLessThan(40 * 14 * 20 + 200);
});

test('the last of the months has the newest reading, and those before the first reading are not known', async () => {
  const read = await open(1).readMonths(null, sender);
  if (!read.ok) throw new Error('not read');
  expect(read.value).toHaveLength(12);
  expect(read.value.at(-1)).toEqual({ month: dayOf(now).slice(0, 7), totalGb: 23.6, atLeast: false });
  expect(read.value.slice(0, 11).every(({ totalGb }) => totalGb === null)).toBe(true);
});
