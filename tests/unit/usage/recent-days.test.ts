import { expect, test } from 'vitest';
import { dayMs, dayOf } from '../../../electron/contract/day.ts';
import type { PeriodSample } from '../../../electron/usage/day-traffic.ts';
import { moversOf, recentDays } from '../../../electron/usage/recent-days.ts';
import { subUser } from '../../support/unit/alert-run.ts';
import { atOnce } from '../../support/unit/at-once.ts';

const now = Date.UTC(2026, 10, 24, 15);
const midnight = Date.UTC(2026, 10, 24);

/** Returns one reading a day from this many days ago, and one now; each figure is a day's traffic. */
function daily(daysGb: readonly number[], todayGb = 1): PeriodSample[] {
  let gb = 0;
  const begin = midnight - daysGb.length * dayMs;
  const samples = [{ at: begin, gb: 0, period: null as string | null }];
  for (const [index, dayGb] of daysGb.entries()) {
    gb += dayGb;
    samples.push({ at: begin + (index + 1) * dayMs, gb, period: null });
  }
  return [...samples, { at: now, gb: gb + todayGb, period: null }];
}

test('the recent days end with yesterday, since today has not ended', () => {
  expect(recentDays(daily([1, 2, 3, 4]), now, 4)).toEqual([1, 2, 3, 4]);
  expect(recentDays(daily([1, 2, 3, 4]), now, 6)).toEqual([null, null, 1, 2, 3, 4]);
});

test('a day on which the computer was off is not known', () => {
  const samples = daily([1, 2, 3, 4, 5]).filter(({ at }) => dayOf(at) !== '2026-11-22');
  expect(recentDays(samples, now, 5)).toEqual([1, 2, null, null, 5]);
  expect(recentDays([], now, 3)).toEqual([null, null, null]);
});

test('movers compare yesterday with the median of the days before, largest change first', () => {
  const usual = [2, 2, 2, 9, 2, 2];
  const subUsers = [
    subUser({ id: 1, username: 'up_a_little' }),
    subUser({ id: 2, username: 'up' }),
    subUser({ id: 3, username: 'down' }),
    subUser({ id: 4, username: 'same' }),
    subUser({ id: 5, username: 'new' }),
  ];
  const samples: Record<number, PeriodSample[]> = {
    1: daily([...usual, 2.5]),
    2: daily([...usual, 6]),
    3: daily([...usual, 0.5]),
    4: daily([...usual, 2]),
    5: daily([7]),
  };
  const movers = atOnce(moversOf(subUsers, ({ id }) => samples[id] ?? [], now, 5));
  expect(movers.up.map(({ username, dayGb, usualGb }) => [username, dayGb, usualGb])).toEqual([
    ['up', 6, 2],
    ['up_a_little', 2.5, 2],
  ]);
  expect(movers.down.map(({ username }) => username)).toEqual(['down']);
  expect(movers).toMatchObject({ day: '2026-11-23', compared: 4 });
  expect(movers.up[0]?.days).toHaveLength(14);
});

test('movers are at most as many as fit', () => {
  const many = Array.from({ length: 9 }, (_, index) => subUser({ id: index + 1, username: `user_${index}` }));
  const movers = atOnce(moversOf(many, ({ id }) => daily([1, 1, 1, 1, 1, 1 + id]), now, 5));
  expect(movers.up.map(({ id }) => id)).toEqual([9, 8, 7, 6, 5]);
  expect(movers.down).toEqual([]);
});
