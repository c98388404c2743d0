import { expect, test } from 'vitest';
import { Poller } from '../../../electron/monitor/poller.ts';
import { refresh } from '../../../electron/monitor/refresh.ts';
import { openAccount } from '../../support/account.ts';
import { memoryDisk, watchOver } from '../../support/watching.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const count = 500;
/** By then all that is kept for some days is there. */
const settledDay = 9;
const lastDay = 30;

test('a month with 500 sub-users, read every 5 minutes: requests counted, history within its bound, memory flat', async () => {
  const account = await openAccount(count, Date.parse('2026-03-01T00:10:00Z'));
  const { clock, store, session, client, file, requests } = account;
  const disk = memoryDisk();
  const shown: string[] = [];

  const { watch } = watchOver({ store, clock, disk, shown: ({ title }) => shown.push(title) });
  let refreshes = 0;
  let running: Promise<unknown> = Promise.resolve();
  const poller = new Poller({
    store,
    clock,
    random: () => 0.5,
    refresh() {
      refreshes += 1;
      const done = refresh({ store, session, client, now: clock.now, roster: file }).then((outcome) => {
        watch.observe();
        return outcome;
      });
      running = done;
      return done;
    },
  });
  const used: number[] = [];
  await poller.refreshNow();
  for (let day = 0; day <= lastDay; day += 1) {
    for (const end = clock.now() + dayMs; clock.now() < end; ) {
      await clock.pass(5 * minuteMs);
      await running;
    }
    if (day === settledDay || day === lastDay) used.push(await heapMb());
  }
  poller.stop();
  watch.stop();

  const reads = requests.filter((request) => request.startsWith('GET'));
  expect(refreshes).toBeGreaterThan(31 * 288 - 31);
  expect(refreshes).toBeLessThanOrEqual(31 * 288 + 1);
  expect(reads).toHaveLength(2 * refreshes);
  // A token lasts an hour and is renewed every 55 minutes.
  expect(requests.length - reads.length).toBeLessThanOrEqual((31 * 24 * 60) / 55 + 2);

  const lines = disk.history.names().flatMap((name) => disk.history.read(name));
  expect(lines.filter((line) => line.includes('"total"')).length).toBeLessThanOrEqual(31 * 24 + 2);
  expect(lines.filter((line) => line.includes('"sub-users"')).length).toBeLessThanOrEqual(33);
  const bytes = lines.reduce((sum, line) => sum + line.length + 1, 0);
  expect(bytes).toBeLessThan(32 * count * 30 + 31 * 24 * 80);
  expect(shown.length).toBeGreaterThan(0);
  // Of each rule and threshold one for each sub-user at the most, and one unusual day a day.
  expect(new Set(shown).size).toBe(shown.length);
  const [early = 0, late = 0] = used;
  expect(late - early).toBeLessThan(6);
}, 240_000);

/** What is in use after a collection; what the network stack lets go takes two. */
async function heapMb(): Promise<number> {
  for (let time = 0; time < 3; time += 1) {
    globalThis.gc?.();
    await new Promise((done) => setTimeout(done, 5));
  }
  return process.memoryUsage().heapUsed / 1e6;
}
