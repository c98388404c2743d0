import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayMs } from '../../../electron/contract/day.ts';
import type { SubUser } from '../../../electron/contract/sub-user.ts';
import { historyCsv } from '../../../electron/monitor/alerts/history-csv.ts';
import { openHistoryFiles } from '../../../electron/monitor/alerts/history-files.ts';
import type { LinesFiles } from '../../../electron/storage/files.ts';
import { inMemoryLines } from '../../../electron/storage/in-memory.ts';
import { csvRows } from '../../../electron/text/csv.ts';
import { dayTraffic, type PeriodSample } from '../../../electron/usage/day-traffic.ts';
import { decisiveEntries } from '../../../electron/usage/decisive-entries.ts';
import { History, type HistoryEntry, historyEntrySchema } from '../../../electron/usage/history.ts';
import { historyRows } from '../../../electron/usage/history-rows.ts';
import { startAlerts, subUser } from '../../support/unit/alert-run.ts';
import { FakeClock } from '../../support/unit/fake-clock.ts';

const hourMs = 3_600_000;
const begin = Date.parse('2026-03-01T00:00:00Z');

function recorded(
  history: History,
  at: number,
  period: string,
  totalGb: number,
  subUsers: SubUser[],
): HistoryEntry[] {
  const entries = history.next({ at, period, totalGb, subUsers });
  for (const entry of entries) history.add(entry);
  return entries;
}

test('the total at most hourly; the list at most daily, and in full in each new period', () => {
  const history = new History();
  const entries: HistoryEntry[] = [];
  for (let minutes = 0; minutes < 3 * 24 * 60; minutes += 5) {
    const at = begin + minutes * 60_000;
    entries.push(
      ...recorded(history, at, '2026-03-01', minutes, [
        subUser({ trafficGb: minutes }),
        subUser({ id: 2, trafficGb: 7 }),
      ]),
    );
  }
  const lists = entries.filter(({ kind }) => kind === 'sub-users');
  expect(entries.length - lists.length).toBe(3 * 24);
  expect(lists).toMatchObject([
    { full: true, trafficGb: { 1: 0, 2: 7 } },
    { full: false, trafficGb: { 1: 1440 } },
    { full: false, trafficGb: { 1: 2880 } },
  ]);
  const [, next] = recorded(history, begin + 31 * dayMs, '2026-04-01', 0, [subUser({ id: 2, trafficGb: 7 })]);
  expect(next).toMatchObject({ full: true, trafficGb: { 2: 7 } });
  expect(history.samplesOf(2).map(({ gb }) => gb)).toEqual([7, 7, 7, 7]);
  expect(history.knows(1)).toBe(false);
});

test('after a clock that was ahead, only its own entries are removed', () => {
  const history = new History();
  const at = (day: number) =>
    recorded(history, begin + day * dayMs, '2026-03-01', day, [subUser({ trafficGb: day })]);
  for (const day of [0, 1, 2, 9, 10, 3, 4]) at(day);
  expect(history.totals().map(({ gb }) => gb)).toEqual([0, 1, 2, 3, 4]);
  expect(history.samplesOf(1).map(({ gb }) => gb)).toEqual([0, 1, 2, 3, 4]);
});

describe('row 6: a clock that was far ahead for once', () => {
  const account = '3f1c';
  const stored = (files: LinesFiles, day: number, period: string) =>
    openHistoryFiles(files).record(account, [
      { kind: 'total', at: begin + day * dayMs, period, totalGb: day },
      { kind: 'sub-users', at: begin + day * dayMs, period, full: true, trafficGb: { 1: day } },
    ]);

  test('as earlier versions stored it, hides nothing at the next start, now or when that day has come', () => {
    const files = inMemoryLines();
    for (let day = 0; day < 20; day += 1) stored(files, day, '2026-03-01');
    for (const day of [90, 120, 160]) stored(files, day, '2026-03-01');
    for (let day = 20; day < 25; day += 1) stored(files, day, '2026-03-01');
    for (const now of [begin + 25 * dayMs, begin + 200 * dayMs]) {
      const history = openHistoryFiles(files).open(account, now);
      expect(history.totals().map(({ gb }) => gb)).toEqual(Array.from({ length: 25 }, (_, day) => day));
      expect(history.samplesOf(1).at(-1)).toMatchObject({ gb: 24 });
    }
    expect([...openHistoryFiles(files).all(account)]).toHaveLength(2 * 28);
  });

  test.each([70, -70])('by %i days while the app runs, removes nothing either', async (days) => {
    const run = startAlerts({ clock: new FakeClock(begin + hourMs) });
    const read = (day: number) =>
      run.refresh({ totalGb: day, dateTo: '2026-03-11', subUsers: [subUser({ trafficGb: day })] });
    for (let hours = 0; hours < 10 * 24 + 12; hours += 1) {
      await read(hours / 24);
      run.clock.jump(hourMs);
    }
    run.clock.jump(days * dayMs);
    for (const day of [10.5, 10.55]) await read(day);
    run.clock.jump(-days * dayMs);
    await read(10.6);
    const totals = openHistoryFiles(run.disk.history).open(account, run.clock.now()).totals();
    expect(totals.map(({ gb }) => gb)).toEqual([
      ...Array.from({ length: 10 * 24 + 12 }, (_, hours) => hours / 24),
      10.6,
    ]);
    expect(run.store.getState().accounts[account]?.outlook?.days.length).toBe(10);
  });

  test('is not what the age of a file is counted by', () => {
    const files = inMemoryLines();
    stored(files, 0, '2026-03-01');
    openHistoryFiles(files).sweep('2029-01-01', begin);
    openHistoryFiles(files).sweep('2026-03-01', begin + 1_000 * dayMs);
    expect(files.names()).toHaveLength(1);
    openHistoryFiles(files).sweep('2029-01-01', begin + 1_000 * dayMs);
    expect(files.names()).toHaveLength(0);
  });
});

test('memory is bounded, and what is written reads back the same', () => {
  const history = new History();
  const lines: string[] = [];
  for (let day = 0; day < 200; day += 1) {
    const entries = recorded(history, begin + day * dayMs, '2026-03-01', day, [subUser({ trafficGb: day })]);
    lines.push(...entries.map((entry) => JSON.stringify(entry)));
  }
  const again = new History();
  for (const line of lines) again.add(historyEntrySchema.parse(JSON.parse(line)));
  expect(again).toEqual(history);
  expect(history.samplesOf(1)).toHaveLength(17);
  expect(history.totals().length).toBeLessThanOrEqual(64);
});

test('days: whole ones, none over a gap, restarted after a reset, corrected downwards', () => {
  const days = (...samples: [day: number, gb: number, period?: string][]) =>
    dayTraffic(samples.map(([day, gb, period = 'a']) => ({ at: begin + day * dayMs, gb, period }))).map(
      ({ at, trafficGb }) => [Number(at.slice(-2)), Math.round(trafficGb * 1000) / 1000],
    );
  expect(days([0, 0], [1, 2], [2, 5])).toEqual([
    [1, 2],
    [2, 3],
    [3, 0],
  ]);
  // Nothing was read from noon of the first day to the fourth: only the rest of that day is known.
  expect(days([0, 0], [0.5, 1], [3.5, 7], [3.75, 7.5])).toEqual([[4, 0.5]]);
  // Off at night, each day is counted from its first reading to that of the next.
  const offAtNight = [8, 17, 32, 41, 56, 58].map((hour): [number, number] => [hour / 24, hour / 10]);
  expect(days([-0.5, 0], ...offAtNight)).toEqual([
    [1, 2.4],
    [2, 2.4],
    [3, 0.2],
  ]);
  expect(days([0, 0], [1, 9, 'a'], [2, 3, 'b'])).toEqual([
    [1, 9],
    [2, 3],
    [3, 0],
  ]);
  expect(days([0, 0], [1, 9], [2, 6], [3, 7])).toEqual([
    [1, 6],
    [2, 0],
    [3, 1],
    [4, 0],
  ]);
  expect(days()).toEqual([]);
  expect(days([0.5, 3])).toEqual([]);
});

const samples = fc
  .array(
    fc.record({
      hours: fc.integer({ min: 0, max: 60 * 24 }),
      gb: fc.nat(1_000),
      period: fc.constantFrom('a', 'b'),
    }),
    {
      maxLength: 30,
    },
  )
  .map((all): PeriodSample[] =>
    all
      .sort((one, other) => one.hours - other.hours || one.period.localeCompare(other.period))
      .map(({ hours, gb, period }) => ({ at: begin + hours * hourMs, gb, period })),
  );

test('no day is negative, and the days of a growing period add up to its usage', () => {
  fc.assert(
    fc.property(samples, (given) => {
      for (const { trafficGb } of dayTraffic(given)) expect(trafficGb).toBeGreaterThanOrEqual(0);
      const one = given.map((sample, index) => ({
        ...sample,
        period: 'a',
        gb: index,
        at: begin + index * dayMs,
      }));
      const sum = dayTraffic(one).reduce((total, { trafficGb }) => total + trafficGb, 0);
      expect(sum).toBeCloseTo(Math.max(0, one.length - 1), 6);
    }),
  );
});

test('the export lists every sub-user on every day, changed or not', () => {
  const entries: HistoryEntry[] = [
    { kind: 'sub-users', at: begin, period: null, full: true, trafficGb: { 1: 2, 2: 3 } },
    { kind: 'sub-users', at: begin + dayMs, period: 'p', full: false, trafficGb: { 1: 4 } },
  ];
  expect([...historyRows(entries, new Map([[1, 'crawler']]))].flat()).toEqual([
    ['2026-03-01T00:00:00.000Z', '', 1, 'crawler', 2],
    ['2026-03-01T00:00:00.000Z', '', 2, '', 3],
    ['2026-03-02T00:00:00.000Z', 'p', 1, 'crawler', 4],
    ['2026-03-02T00:00:00.000Z', 'p', 2, '', 3],
  ]);
});

test('the whole history is oldest first, though the clock was set back, and each entry is read when its piece is asked for', () => {
  const files = inMemoryLines();
  const history = openHistoryFiles(files);
  for (const day of [5, 3, 40, 4])
    history.record('3f1c', [{ kind: 'total', at: begin + day * dayMs, period: null, totalGb: day }]);
  files.append('3f1c_2026-03.jsonl', ['{"kind":"total","at":']);
  const read: number[] = [];
  function* counted() {
    for (const entry of history.all('3f1c')) {
      if (entry.kind === 'total') read.push(entry.totalGb);
      yield entry;
    }
  }
  const pieces = historyCsv(csvRows, counted(), new Map());
  pieces.next();
  expect(read).toEqual([]);
  expect(pieces.next().value).toBe('2026-03-04T00:00:00.000Z,,,,3\r\n');
  expect(read).toEqual([3]);
  expect([...pieces].join('')).toMatch(/,4\r\n.*,5\r\n.*,40\r\n$/);
  expect(read).toEqual([3, 4, 5, 40]);
});

test('the decisive entries make the same history as all of them, whatever the clock did', () => {
  const list = fc
    .tuple(fc.integer({ min: -40, max: 60 }), fc.boolean(), fc.nat({ max: 3 }), fc.nat({ max: 9 }))
    .map(([day, full, id, gb]): HistoryEntry => {
      const at = begin + (50 + day) * dayMs;
      return { kind: 'sub-users', at, period: null, full, trafficGb: { [id]: gb } };
    });
  const sorted = fc.array(list, { maxLength: 80 }).map((all) => all.sort((one, other) => one.at - other.at));
  const seen = (entries: readonly HistoryEntry[]) => {
    const history = new History();
    for (const entry of entries) history.add(entry);
    return [0, 1, 2, 3].map((id) => history.samplesOf(id));
  };
  fc.assert(
    fc.property(sorted, fc.array(list, { maxLength: 4 }), (steady, jumps) => {
      const all = [...steady, ...jumps, ...steady.filter(({ at }) => at > begin + 90 * dayMs)];
      const days = seen(decisiveEntries(all));
      // A jump back removes days; those before the last 17 may then be known again.
      for (const [id, samples] of seen(all).entries())
        expect(days[id]?.slice(days[id].length - samples.length)).toEqual(samples);
    }),
  );
});

test('a list is read as traffic by id, and nothing else is', () => {
  const entry = { kind: 'sub-users', at: begin, period: null, full: true };
  const reads = (trafficGb: unknown) => historyEntrySchema.safeParse({ ...entry, trafficGb }).success;
  expect([reads({}), reads({ 7: 1.5, 1234567890123456: 0 })]).toEqual([true, true]);
  const wrong = [null, [], [1], 5, { x: 1 }, { 7: '1' }, { 7: -1 }, { 7: 1e300 }, { 7: null }, { '': 1 }];
  for (const each of [...wrong, JSON.parse('{"__proto__":1}')])
    expect(reads(each), JSON.stringify(each)).toBe(false);
});

test('of 90 daily lists at most 48 are decisive', () => {
  for (let length = 1; length <= 90; length += 1) {
    const lists = Array.from({ length }, (_, day): HistoryEntry => {
      const at = begin + day * dayMs;
      return { kind: 'sub-users', at, period: null, full: day % 31 === 0, trafficGb: { 1: day } };
    });
    const decisive = decisiveEntries(lists);
    expect(decisive.length).toBeLessThanOrEqual(48);
    expect(decisive[0]).toMatchObject({ full: true });
    expect(decisive.length).toBeGreaterThanOrEqual(Math.min(17, length));
  }
});
