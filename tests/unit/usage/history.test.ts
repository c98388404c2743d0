import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SubUser } from '../../../electron/contract/sub-user.ts';
import { dayTraffic, type PeriodSample } from '../../../electron/usage/day-traffic.ts';
import { History, type HistoryEntry, historyEntrySchema } from '../../../electron/usage/history.ts';
import { historyRows } from '../../../electron/usage/history-rows.ts';
import { subUser } from '../../support/watching.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
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

test('the total at most hourly, the list at most daily and whole in each new period', () => {
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
  const [, next] = recorded(history, begin + 3 * dayMs, '2026-04-01', 0, [subUser({ id: 2, trafficGb: 7 })]);
  expect(next).toMatchObject({ full: true, trafficGb: { 2: 7 } });
  expect(history.samplesOf(2).map(({ gb }) => gb)).toEqual([7, 7, 7, 7]);
  expect(history.knows(1)).toBe(false);
});

test('a clock that was ahead takes nothing with it but its own entries', () => {
  const history = new History();
  const at = (day: number) =>
    recorded(history, begin + day * dayMs, '2026-03-01', day, [subUser({ trafficGb: day })]);
  for (const day of [0, 1, 2, 9, 10, 3, 4]) at(day);
  expect(history.totals().map(({ gb }) => gb)).toEqual([0, 1, 2, 3, 4]);
  expect(history.samplesOf(1).map(({ gb }) => gb)).toEqual([0, 1, 2, 3, 4]);
});

test('what is kept in memory is bounded, and what is written reads back the same', () => {
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

test('days: spread evenly over gaps, anew after a reset, corrected downwards', () => {
  const days = (...samples: [day: number, gb: number, period?: string][]) =>
    dayTraffic(samples.map(([day, gb, period = 'a']) => ({ at: begin + day * dayMs, gb, period }))).map(
      ({ at, trafficGb }) => [Number(at.slice(-2)), Math.round(trafficGb * 1000) / 1000],
    );
  expect(days([0, 0], [1, 2], [2, 5])).toEqual([
    [1, 2],
    [2, 3],
  ]);
  expect(days([0.5, 1], [3.5, 7])).toEqual([
    [2, 2],
    [3, 2],
    [4, 1],
  ]);
  expect(days([0, 0], [1, 9, 'a'], [2, 3, 'b'])).toEqual([
    [1, 9],
    [2, 3],
  ]);
  expect(days([0, 0], [1, 9], [2, 6], [3, 7])).toEqual([
    [1, 6],
    [2, 0],
    [3, 1],
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

test('no day is ever negative, and days of one growing period add up to what was used', () => {
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

test('the export tells every sub-user of every day, changed or not', () => {
  const entries: HistoryEntry[] = [
    { kind: 'sub-users', at: begin, period: null, full: true, trafficGb: { 1: 2, 2: 3 } },
    { kind: 'sub-users', at: begin + dayMs, period: 'p', full: false, trafficGb: { 1: 4 } },
  ];
  expect(historyRows(entries, new Map([[1, 'crawler']])).slice(1)).toEqual([
    ['2026-03-01T00:00:00.000Z', '', 1, 'crawler', 2],
    ['2026-03-01T00:00:00.000Z', '', 2, '', 3],
    ['2026-03-02T00:00:00.000Z', 'p', 1, 'crawler', 4],
    ['2026-03-02T00:00:00.000Z', 'p', 2, '', 3],
  ]);
});
