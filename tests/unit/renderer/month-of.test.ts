import { expect, test } from 'vitest';
import { limitFromGb } from '../../../electron/contract/limit.ts';
import type { SubUser } from '../../../electron/contract/sub-user.ts';
import { monthOf } from '../../../renderer/manager/usage/month-of.ts';
import { withName } from '../../../renderer/manager/usage/period.ts';

const subUser: SubUser = {
  id: 1,
  username: 'one',
  status: 'active',
  createdAt: null,
  trafficGb: 5,
  limit: limitFromGb(10),
  disablesAtLimit: true,
  lifetime: false,
  listed: true,
};
const readAt = Date.UTC(2026, 10, 4, 12);
const points = [
  { at: '2026-11-02', trafficGb: 2 },
  { at: '2026-11-01', trafficGb: 1 },
  { at: '2026-10-31', trafficGb: 9 },
  { at: '2026-11-04', trafficGb: 1 },
];

test('the month has its days in order, and its total ends at a day that is not known', () => {
  const month = monthOf({ subUser, points, forecast: null, readAt, limitName: 'Limit' });
  expect(month).toMatchObject({
    fromMs: Date.UTC(2026, 10, 1),
    toMs: Date.UTC(2026, 11, 1),
    now: { atMs: readAt, gb: 5 },
    ceiling: { name: 'Limit', gb: 10 },
    forecast: null,
  });
  expect(month.days).toEqual([
    { at: '2026-11-01', trafficGb: 1, totalGb: 1 },
    { at: '2026-11-02', trafficGb: 2, totalGb: 3 },
    { at: '2026-11-04', trafficGb: 1, totalGb: null },
  ]);
});

test('without a limit there is no line for it, and unknown traffic is no total', () => {
  const unlimited = { ...subUser, limit: limitFromGb(null), trafficGb: null };
  const month = monthOf({ subUser: unlimited, points, forecast: null, readAt, limitName: 'Limit' });
  expect(month).toMatchObject({ ceiling: null, now: null });
});

test('a custom period begins with the last seven days, and keeps days that were chosen', () => {
  const period = { name: 'week', from: null, to: null, hours: false, timeZone: 'UTC' } as const;
  expect(withName(period, 'custom', readAt)).toMatchObject({ from: '2026-10-29', to: '2026-11-04' });
  const chosen = { ...period, from: '2026-11-01', to: '2026-11-02' };
  expect(withName(chosen, 'custom', readAt)).toMatchObject({ from: '2026-11-01', to: '2026-11-02' });
  expect(withName(period, 'month', readAt)).toEqual({ ...period, name: 'month' });
});
