import { expect, test } from 'vitest';
import type { TrafficView } from '../../../electron/contract/snapshot.ts';
import { freshnessOf, updatedText } from '../../../electron/text/freshness.ts';

const minuteMs = 60_000;
const fresh: TrafficView = {
  month: { trafficGb: 1, dateFrom: null, dateTo: null, readAt: 0 },
  refreshing: false,
  stale: false,
  problem: null,
  paused: null,
  nextRefreshAt: 5 * minuteMs,
};
const at = (now: number, change: Partial<TrafficView> = {}) =>
  freshnessOf({ ...fresh, ...change }, now, 'en');

test('figures have an age and a next refresh', () => {
  expect(at(minuteMs)).toEqual({ age: 'Updated 1 min ago · next in 4 min', trouble: null });
  expect(at(4.5 * minuteMs).age).toBe('Updated 4 min ago · next within a minute');
  expect(at(0, { refreshing: true }).age).toBe('Refreshing…');
  expect(at(0, { month: null, refreshing: true }).age).toBe('Loading…');
  expect(at(0, { month: null, nextRefreshAt: null }).age).toBe('Not updated yet');
});

test('a failing refresh and a lost network are named, and old figures look old', () => {
  expect(at(0, { problem: { kind: 'timed-out' } }).trouble).toMatch(/^The last refresh failed\. \S/);
  expect(at(minuteMs, { paused: 'offline', problem: { kind: 'timed-out' } })).toEqual({
    age: 'Updated 1 min ago',
    trouble: 'Offline',
  });
  expect(updatedText({ ...fresh, stale: true }, 180 * minuteMs)).toBe('Outdated, last updated 3 h ago');
});
