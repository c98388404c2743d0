import { expect, test } from 'vitest';
import { dayMs } from '../../../electron/contract/day.ts';
import { formatTick, spanText } from '../../../electron/text/charts.ts';
import { formatAxisGb } from '../../../electron/text/traffic.ts';
import '../../../electron/text/whole-catalogue.ts';
import { withAlpha } from '../../../renderer/charts/chart-colors.ts';
import {
  type ChartMonth,
  chartDays,
  columnOf,
  highestGb,
  monthColumns,
} from '../../../renderer/charts/month-data.ts';
import { spacedOut } from '../../../renderer/charts/month-marks.ts';
import { labelledDays } from '../../../renderer/charts/month-options.ts';
import { monthsColumns } from '../../../renderer/charts/months-data.ts';
import { labelledMonths } from '../../../renderer/charts/months-options.ts';
import { isByHour, labelledSteps, seriesColumns } from '../../../renderer/charts/series-data.ts';
import { boundsOf, type Span, spanAfterKey, sumOf } from '../../../renderer/charts/span.ts';
import { sparklinePoints } from '../../../renderer/ui/sparkline.tsx';

const fromMs = Date.UTC(2026, 10, 1);
const month: ChartMonth = {
  fromMs,
  toMs: Date.UTC(2026, 11, 1),
  days: [
    { at: '2026-11-01', trafficGb: null, totalGb: null },
    { at: '2026-11-02', trafficGb: null, totalGb: 20 },
    { at: '2026-11-03', trafficGb: 4, totalGb: 24 },
    { at: '2026-11-04', trafficGb: 2, totalGb: null },
  ],
  now: { atMs: fromMs + 3.5 * dayMs, gb: 26 },
  ceiling: { name: 'Plan', gb: 100 },
  forecast: { endGb: 110, lowGb: 90, highGb: 130 },
};

/** Returns the points of a series: where it has a figure or a gap. */
function pointsOf(name: Parameters<typeof columnOf>[0], of = month): [number, number | null][] {
  const columns = monthColumns(of);
  const values = columns[columnOf(name)] ?? [];
  return columns[0].flatMap((x, index): [number, number | null][] => {
    const value = values[index];
    return value === undefined ? [] : [[x, value]];
  });
}

test('every day of the month is on the axis, and today has the last reading', () => {
  const days = chartDays(month);
  expect(days).toHaveLength(30);
  expect(days[3]).toEqual({ at: '2026-11-04', trafficGb: 2, totalGb: 26, isToday: true });
  expect(days[29]).toEqual({ at: '2026-11-30', trafficGb: null, totalGb: null, isToday: false });
});

test('the total has a gap where it is not known, and ends at the moment of the last reading', () => {
  expect(pointsOf('total').slice(0, 5)).toEqual([
    [0, 0],
    [1, null],
    [2, 20],
    [3, 24],
    [3.5, 26],
  ]);
});

test('today is a bar of its colour among the bars of past days', () => {
  expect(pointsOf('pastDay').slice(0, 4)).toEqual([
    [0.5, null],
    [1.5, null],
    [2.5, 4],
    [3.5, null],
  ]);
  expect(pointsOf('today').filter(([, gb]) => gb !== null)).toEqual([[3.5, 2]]);
});

test('the forecast fans out from the last reading to the end of the month', () => {
  expect(pointsOf('forecast')).toEqual([
    [3.5, 26],
    [30, 110],
  ]);
  expect(pointsOf('forecastLow').at(-1)).toEqual([30, 90]);
  expect(pointsOf('forecastHigh').at(-1)).toEqual([30, 130]);
  expect(pointsOf('forecast', { ...month, now: null })).toEqual([]);
});

test('the even pace leads to the plan, and the axis includes plan and forecast', () => {
  expect(pointsOf('pace')).toEqual([
    [0, 0],
    [30, 100],
  ]);
  expect(highestGb(month)).toBe(130);
  expect(highestGb({ ...month, forecast: null })).toBe(100);
  expect(pointsOf('pace', { ...month, ceiling: null })).toEqual([]);
});

test('labels at the edge never overlap', () => {
  const labels = [
    { gb: 98, text: '≈ 98', of: 'forecast' as const },
    { gb: 100, text: 'Plan 100', of: 'ceiling' as const },
  ];
  const placed = spacedOut(labels, (gb) => 200 - gb, 15);
  expect(placed.map(({ text, y }) => [text, y])).toEqual([
    ['Plan 100', 100],
    ['≈ 98', 115],
  ]);
});

test('the days on the axis are the first and each fifth, or tenth where it is narrow', () => {
  expect(labelledDays(31, 5)).toEqual([1, 5, 10, 15, 20, 25, 30]);
  expect(labelledDays(28, 10)).toEqual([1, 10, 20]);
  expect(labelledMonths(12, 3)).toEqual([2, 5, 8, 11]);
});

test('a month that is not known has no bar, and the last one has its colour', () => {
  const months = [
    { month: '2026-09', totalGb: null, atLeast: false },
    { month: '2026-10', totalGb: 40, atLeast: true },
    { month: '2026-11', totalGb: 26, atLeast: false },
  ];
  expect(monthsColumns({ months, forecastGb: null, ceiling: null })).toEqual([
    [0.5, 1.5, 2.5],
    [null, 40, null],
    [null, null, 26],
  ]);
});

test('a sparkline has a gap at an unknown day, and its dot on the last known one', () => {
  const { lines, end } = sparklinePoints([0, 10, null, 5]);
  expect(lines).toEqual(['2.5,15.5 22.2,2.5', '61.5,9']);
  expect(end).toEqual({ x: 61.5, y: 9 });
  expect(sparklinePoints([null, null])).toEqual({ lines: [], end: null });
  expect(sparklinePoints([0, 0]).lines).toEqual(['2.5,15.5 61.5,15.5']);
});

test('an opacity is given to a computed colour only', () => {
  expect(withAlpha('rgb(11, 133, 120)', 0.4)).toBe('rgba(11, 133, 120, 0.4)');
  expect(withAlpha('rgba(1, 2, 3, 0.9)', 0.4)).toBe('rgba(1, 2, 3, 0.4)');
  expect(withAlpha('CanvasText', 0.4)).toBe('CanvasText');
});

const hours = Array.from({ length: 48 }, (_, index) => {
  const atMs = fromMs + (index + 9) * 3_600_000;
  const label = new Date(atMs).toISOString().slice(0, 13).replace('T', ' ');
  return { at: atMs / 1000, label, value: index === 2 ? null : index };
});

test('each hour is a bar in the middle of its step, and one that is not known is a gap', () => {
  expect(isByHour(hours)).toBe(true);
  const [x, gb] = seriesColumns(hours);
  expect(x.slice(0, 4)).toEqual([0.5, 1.5, 2.5, 3.5]);
  expect(gb.slice(0, 4)).toEqual([0, 1, null, 3]);
});

test('the labels of hours are even ones, and those of days do not crowd', () => {
  const labelled = (most: number) => labelledSteps(hours, most).map((index) => hours[index]?.label.slice(8));
  expect(labelled(8)).toEqual(['01 12', '01 18', '02 00', '02 06', '02 12', '02 18', '03 00', '03 06']);
  expect(labelled(2.5)).toEqual(['02 00', '03 00']);
  const days = chartDays(month).map(({ at, trafficGb }) => ({
    at: Date.parse(at) / 1000,
    label: at,
    value: trafficGb,
  }));
  expect(labelledSteps(days, 6)).toEqual([0, 5, 10, 15, 20, 25]);
  expect(labelledSteps([], 6)).toEqual([]);
});

test('Shift and a key select from the chosen step on, over it to the other side, and within the chart', () => {
  const after = (...keys: string[]) =>
    keys.reduce<Span | null>((span, key) => spanAfterKey(key, span, 5, 10), null);
  expect(after('ArrowRight', 'ArrowRight')).toEqual({ anchor: 5, end: 7 });
  expect(after('ArrowRight', 'ArrowLeft', 'ArrowLeft')).toEqual({ anchor: 5, end: 4 });
  expect(after('Home')).toEqual({ anchor: 5, end: 0 });
  expect(after('End', 'ArrowRight')).toEqual({ anchor: 5, end: 9 });
  expect(after('x')).toBeNull();
  expect(spanAfterKey('ArrowLeft', null, null, 10)).toEqual({ anchor: 9, end: 9 });
  expect(spanAfterKey('ArrowRight', null, null, 10)).toEqual({ anchor: 0, end: 0 });
  expect(spanAfterKey('ArrowRight', null, 8, 3)).toEqual({ anchor: 2, end: 2 });
  expect(spanAfterKey('End', null, null, 0)).toBeNull();
  expect(boundsOf({ anchor: 5, end: 2 })).toEqual({ first: 2, last: 5 });
});

test('the sum of a span says what it lacks, and nothing known is never zero', () => {
  const sum = sumOf([{ gb: 3 }, { gb: null }, { gb: 4.5 }]);
  expect(sum).toEqual({ gb: 7.5, atLeast: false, count: 3, unknown: 1 });
  const words = spanText(['Nov 1', 'Nov 3'], sum, 'en-US');
  expect(words).toBe('Nov 1 – Nov 3 · 7.5 GB · 1 of 3 not known');
  expect(sumOf([{ gb: null }])).toMatchObject({ gb: null, unknown: 1 });
  expect(spanText(['Nov 1', 'Nov 1'], sumOf([{ gb: null }]), 'en-US')).toBe('Nov 1 · no data');
  const months = sumOf([{ gb: 40, atLeast: true }, { gb: 26 }]);
  expect(spanText(['Oct', 'Nov'], months, 'en-US')).toBe('Oct – Nov · at least 66 GB');
});

test('an axis has the unit that suits its top', () => {
  expect(formatAxisGb(0.04, 0.08, 'en-US')).toBe('40 MB');
  expect(formatAxisGb(0.04, 2, 'en-US')).toBe('0.04 GB');
  expect([formatTick('2026-11-12 18', 'en-US'), formatTick('2026-11-12 00', 'en-US')]).toEqual([
    '18:00',
    'Nov 12',
  ]);
});
