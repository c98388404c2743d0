import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SubUser } from '../../electron/contract/sub-user.ts';
import { noise } from '../../electron/oxylabs/simulator/traffic.ts';
import { FakeClock } from '../../tests/support/fake-clock.ts';
import { accountId } from '../../tests/support/store.ts';
import { openWatchFiles } from '../../tests/support/watch-files.ts';
import { startWatch, subUser } from '../../tests/support/watching.ts';

/**
 * What watching keeps and costs after 13 months of daily figures: MB on the disk, and milliseconds to open it at a start, to record
 * a day, to look at one refresh, and at the first refresh of a day.
 */
export type StateSample = {
  historyMb: number;
  lastMonthMb: number;
  memoryKb: number;
  openMs: number;
  recordDayMs: number;
  observeMs: number;
  observeNewDayMs: number;
};

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const months = 13;
const begin = Date.parse('2025-03-01T00:05:00Z');
/** The share of sub-users that are used on a day; the others' figures stay as they were. */
const activeShare = 0.6;
const mostDailyGb = 5;
const refreshes = 10;

export function sampleState(count: number): Promise<StateSample> {
  const folder = mkdtempSync(join(tmpdir(), 'oxygauge-state-'));
  return sample(folder, count).finally(() => rmSync(folder, { recursive: true, force: true }));
}

async function sample(folder: string, count: number): Promise<StateSample> {
  const disk = openWatchFiles(folder);
  const { shelf } = disk;
  const account = new Account(count);
  const history = shelf.open(accountId);
  const end = Date.UTC(2025, 2 + months, 0, 0, 5);
  const days: number[] = [];
  for (let at = begin; at < end; at += dayMs) {
    account.passDay(at);
    days.push(timed(() => record(history.next({ at, ...account.reading(at) }))));
    for (let hour = 1; hour < 24; hour += 1)
      record(history.next({ at: at + hour * hourMs, ...account.reading(at), subUsers: null }));
  }
  function record(entries: ReturnType<typeof history.next>): void {
    for (const entry of entries) history.add(entry);
    shelf.record(accountId, entries);
  }

  const openMs = timed(() => shelf.open(accountId));
  const run = startWatch({ disk, clock: new FakeClock(end) });
  const observe = async (afterMs: number) => {
    run.clock.jump(afterMs);
    account.passDay(run.clock.now());
    const { totalGb, period: dateFrom, subUsers } = account.reading(run.clock.now());
    const begun = performance.now();
    await run.refresh({ totalGb, dateFrom, subUsers });
    return performance.now() - begun;
  };
  await observe(0);
  const ordinary: number[] = [];
  for (let refresh = 0; refresh < refreshes; refresh += 1) ordinary.push(await observe(5 * 60_000));
  const observeNewDayMs = await observe(dayMs);
  const files = sizes(join(folder, 'history'));
  return {
    historyMb: mb(files.reduce((sum, bytes) => sum + bytes, 0)),
    lastMonthMb: mb(files.at(-2) ?? 0),
    memoryKb: Math.round(sizes(join(folder, 'alerts-told')).reduce((sum, bytes) => sum + bytes, 0) / 1e3),
    openMs: tenths(openMs),
    recordDayMs: tenths(median(days.slice(-30))),
    observeMs: tenths(median(ordinary)),
    observeNewDayMs: tenths(observeNewDayMs),
  };
}

/** Sub-users as a reseller has them: limits of all sizes, most of them used on a day, each by its own measure. */
class Account {
  readonly #people: SubUser[];
  #month = '';

  constructor(count: number) {
    this.#people = Array.from({ length: count }, (_, index) =>
      subUser({
        id: 10_001 + index,
        username: `customer_${index}`,
        limit: { kind: 'gb', limitGb: [5, 10, 20, 50, 100][index % 5] ?? 10 },
        disablesAtLimit: index % 2 === 0,
      }),
    );
  }

  passDay(at: number): void {
    const month = new Date(at).toISOString().slice(0, 7);
    const anew = month !== this.#month;
    this.#month = month;
    this.#people.forEach((person, index) => {
      const day = Math.floor(at / dayMs);
      const active = noise(index * 31 + day) < activeShare;
      const gb = active ? noise(index * 7) * noise(day + index) * mostDailyGb : 0;
      this.#people[index] = { ...person, trafficGb: (anew ? 0 : (person.trafficGb ?? 0)) + gb };
    });
  }

  reading(at: number): { totalGb: number; period: string; subUsers: SubUser[] } {
    const totalGb = this.#people.reduce((sum, { trafficGb }) => sum + (trafficGb ?? 0), 0);
    return { totalGb, period: `${new Date(at).toISOString().slice(0, 7)}-01`, subUsers: [...this.#people] };
  }
}

function timed(work: () => unknown): number {
  const begun = performance.now();
  work();
  return performance.now() - begun;
}

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** In bytes, by the order of their names. */
function sizes(folder: string): number[] {
  return readdirSync(folder)
    .sort()
    .map((name) => statSync(join(folder, name)).size);
}

function mb(bytes: number): number {
  return Number((bytes / 1e6).toFixed(2));
}

function tenths(ms: number): number {
  return Number(ms.toFixed(1));
}
