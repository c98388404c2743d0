import { expect, test } from 'vitest';
import { dayMs } from '../../../electron/contract/day.ts';
import { accountState, currentAccountId } from '../../../electron/monitor/state.ts';
import { openAccount } from '../../support/unit/account.ts';
import { amount } from '../../support/unit/amount.ts';

const minuteMs = 60_000;
const count = amount(30, 500);
/** The suite reads less often than the app does, since 9,000 refreshes take a minute. */
const intervalMinutes = amount(60, 5);
const refreshesADay = (24 * 60) / intervalMinutes;
/** From this day on, everything that is stored for some days is there. */
const settledDay = 9;
const lastDay = 30;

test(`a month with ${count} sub-users, read every ${intervalMinutes} minutes: requests counted, history bounded, memory flat`, async () => {
  const { monitor, desktop, storage, clock, store, requests } = await openAccount(
    count,
    Date.parse('2026-03-01T00:10:00Z'),
  );
  const { poller } = monitor;
  const refreshing = () => accountState(store.getState(), currentAccountId(store.getState())).refreshing;
  let refreshes = 0;
  store.subscribe((state, previous) => {
    const id = currentAccountId(state);
    if (accountState(state, id).refreshing && !accountState(previous, id).refreshing) refreshes += 1;
  });
  monitor.changeSettings({ refreshIntervalMinutes: intervalMinutes });
  const used: number[] = [];
  await poller.refreshNow();
  for (let day = 0; day <= lastDay; day += 1) {
    for (const end = clock.now() + dayMs; clock.now() < end; ) {
      await clock.pass(intervalMinutes * minuteMs);
      while (refreshing()) await new Promise(setImmediate);
    }
    if (day === settledDay || day === lastDay) used.push(await heapMb());
  }
  monitor.stop();

  const reads = requests.filter((request) => request.startsWith('GET'));
  expect(refreshes).toBeGreaterThan(31 * refreshesADay - 31);
  expect(refreshes).toBeLessThanOrEqual(31 * refreshesADay + 1);
  expect(reads).toHaveLength(2 * refreshes);
  // A token lasts an hour and is renewed every 55 minutes.
  expect(requests.length - reads.length).toBeLessThanOrEqual((31 * 24 * 60) / 55 + 2);

  const lines = storage.history.names().flatMap((name) => storage.history.read(name));
  expect(lines.filter((line) => line.includes('"total"')).length).toBeLessThanOrEqual(31 * 24 + 2);
  expect(lines.filter((line) => line.includes('"sub-users"')).length).toBeLessThanOrEqual(33);
  const bytes = lines.reduce((sum, line) => sum + line.length + 1, 0);
  expect(bytes).toBeLessThan(32 * count * 30 + 31 * 24 * 80);
  const shown = desktop.notifications.map(({ title }) => title);
  expect(shown.length).toBeGreaterThan(0);
  // Each rule and threshold at most once for each sub-user, and at most one unusual day a day.
  expect(new Set(shown).size).toBe(shown.length);
  const [early = 0, late = 0] = used;
  expect(late - early).toBeLessThan(6);
}, 240_000);

/** Measures the heap after garbage collection. What the network stack releases takes two collections. */
async function heapMb(): Promise<number> {
  for (let time = 0; time < 3; time += 1) {
    globalThis.gc?.();
    await new Promise((done) => setTimeout(done, 5));
  }
  return process.memoryUsage().heapUsed / 1e6;
}
