import { expect, test } from 'vitest';
import { dayReadout, formatDayRange, monthReadout } from '../../../electron/text/charts.ts';
import { formatGb } from '../../../electron/text/traffic.ts';

test('B20: a day is read in words, not as the API writes it', () => {
  const day = { at: '2026-11-12', trafficGb: 8.31, totalGb: 96.2 };
  expect(dayReadout(day, 300, 'en-US')).toMatch(/^Thu, Nov 12 · 8\.3 GB · total 96\.2 GB · 32 ?%$/);
  expect(dayReadout(day, null, 'en-US')).toBe('Thu, Nov 12 · 8.3 GB · total 96.2 GB');
  expect(dayReadout({ ...day, totalGb: null }, 300, 'en-US')).toBe('Thu, Nov 12 · 8.3 GB');
});

test('a day that is not known is never zero', () => {
  expect(dayReadout({ at: '2026-11-12', trafficGb: null, totalGb: null }, 300, 'en-US')).toBe(
    'Thu, Nov 12 · no data',
  );
  expect(dayReadout({ at: '2026-11-12', trafficGb: null, totalGb: 96.2 }, null, 'en-US')).toBe(
    'Thu, Nov 12 · day not known · total 96.2 GB',
  );
});

test('a month says whether it was read to its end, and how the last one will end', () => {
  const month = { month: '2026-11', totalGb: 211.7, atLeast: false };
  expect(monthReadout(month, 268.2, 'en-US')).toBe('Nov 2026 · 211.7 GB · about 268 GB at its end');
  expect(monthReadout({ ...month, atLeast: true }, null, 'en-US')).toBe('Nov 2026 · at least 211.7 GB');
  expect(monthReadout({ ...month, totalGb: null }, null, 'en-US')).toBe('Nov 2026 · no data');
});

test('traffic takes the unit of its size', () => {
  expect([0, 0.042, 8.31, 211.74, 160_987.36, 12_340].map((gb) => formatGb(gb, 'en-US'))).toEqual([
    '0 GB',
    '42.0 MB',
    '8.3 GB',
    '211.7 GB',
    '161 TB',
    '12.3 TB',
  ]);
});

test('a range of days names its month once', () => {
  expect(formatDayRange(Date.UTC(2026, 10, 1), Date.UTC(2026, 10, 30), 'en-US')).toBe('Nov 1–30');
  expect(formatDayRange(Date.UTC(2026, 9, 20), Date.UTC(2026, 10, 19), 'en-US')).toBe('Oct 20–Nov 19');
});
