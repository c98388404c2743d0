import { describe, expect, test } from 'vitest';
import { dayMs } from '../../../electron/contract/day.ts';
import { defaultSettings, type Settings } from '../../../electron/contract/settings.ts';
import type { Mover, TargetTraffic } from '../../../electron/contract/usage.ts';
import { snapshotOf } from '../../../renderer/gallery/snapshot.ts';
import { attentionOf } from '../../../renderer/manager/attention/attention.ts';
import { shownMovers } from '../../../renderer/manager/overview/movers.ts';
import { topOf } from '../../../renderer/manager/overview/top.ts';
import { topTargets } from '../../../renderer/manager/overview/top-targets.ts';
import { figuresOf, pointsOverPace } from '../../../renderer/state/figures.ts';
import { subUser } from '../../support/unit/alert-run.ts';

const fromMs = Date.UTC(2026, 10, 1);
const toMs = Date.UTC(2026, 11, 1);
const readAt = fromMs + 24 * dayMs;
const forecast = {
  kind: 'forecast',
  endGb: 268,
  lowGb: 259,
  highGb: 276,
  gbPerDay: 9,
  leftPerDayGb: null,
  reachesAt: null,
  reachesEarliestAt: null,
  endsAt: toMs,
} as const;

function withPlan(plan: Partial<Settings['plan']>): Settings {
  return { ...defaultSettings, plan: { ...defaultSettings.plan, ...plan } };
}

const good = snapshotOf({
  traffic: {
    ...snapshotOf().traffic,
    month: { trafficGb: 211.7, dateFrom: '2026-11-01', dateTo: '2026-11-25', readAt },
  },
  outlook: { forecast, cycleForecast: null, days: [] },
  accountDays: {
    current: { fromMs, toMs, days: [], now: { atMs: readAt, gb: 211.7 } },
    last: {
      fromMs: fromMs - 31 * dayMs,
      toMs: fromMs,
      days: [{ at: '2026-10-31', trafficGb: 7, totalGb: 240 }],
      now: null,
    },
  },
  settings: withPlan({ sizeGb: 300 }),
});

describe('the figures', () => {
  test('say how much is used and left, beside an even pace', () => {
    const figures = figuresOf(good, false);
    expect(figures).toMatchObject({ usedGb: 211.7, planGb: 300, pace: 0.8, daysLeft: 6, isCycle: false });
    expect(figures.leftGb).toBeCloseTo(88.3);
    expect(pointsOverPace(211.7, 300, 0.8)).toBe(-10);
    expect(pointsOverPace(260, 300, 0.8)).toBe(6);
  });

  test('of a period that is over have neither pace nor forecast', () => {
    expect(figuresOf(good, true)).toMatchObject({ usedGb: 240, forecast: null, pace: null, leftGb: null });
  });

  test('of an account without a total are not known, and never zero', () => {
    const { traffic } = good;
    const month = traffic.month === null ? null : { ...traffic.month, trafficGb: null };
    const figures = figuresOf({ ...good, traffic: { ...traffic, month } }, false);
    expect(figures).toMatchObject({ usedGb: null, leftGb: null });
  });

  test('of a plan with its own cycle are the cycle’s, and never the month’s', () => {
    const cycle = {
      dateFrom: '2026-11-20',
      dateTo: '2026-11-25',
      usedGb: 50,
      lowGb: 50,
      highGb: 50,
      readAt,
      found: 'history',
      missing: 0,
    } as const;
    const settings = withPlan({ sizeGb: 300, renewsOn: 20 });
    const outlook = { forecast, cycleForecast: { ...forecast, endGb: 280 }, days: [] };
    const figures = figuresOf({ ...good, settings, cycle, outlook }, false);
    expect(figures).toMatchObject({ isCycle: true, usedGb: 50, leftGb: 250, forecast: { endGb: 280 } });
    expect(figuresOf({ ...good, settings, outlook }, false).usedGb).toBeNull();
  });
});

describe('what needs attention', () => {
  const none = { forecast: null, planGb: null };
  const limit = (limitGb: number) => ({ kind: 'gb', limitGb }) as const;
  const ids = (found: ReturnType<typeof attentionOf>) =>
    found.map((each) => ('subUser' in each ? `${each.kind} ${each.subUser.id}` : each.kind));

  test('is over its limit and still running first, then the plan, then by share', () => {
    const subUsers = [
      subUser({ id: 1, trafficGb: 9, limit: limit(10) }),
      subUser({ id: 2, trafficGb: 12, limit: limit(10), disablesAtLimit: true }),
      subUser({ id: 3, trafficGb: 11, limit: limit(10), disablesAtLimit: false }),
      subUser({ id: 4, trafficGb: 5, limit: limit(10) }),
      subUser({ id: 5, trafficGb: 5, limit: { kind: 'unlimited' } }),
    ];
    const found = attentionOf(subUsers, { forecast, planGb: 200 }, { limitsGb: 210 });
    expect(ids(found)).toEqual(['over 3', 'plan-over', 'at-limit 2', 'near 1', 'limits-over']);
  });

  test('is not a sub-user that was disabled, is no longer listed, or has no known traffic', () => {
    const subUsers = [
      subUser({ id: 1, trafficGb: 9, limit: limit(10), status: 'disabled' }),
      subUser({ id: 2, trafficGb: 9, limit: limit(10), listed: false }),
      subUser({ id: 3, trafficGb: null, limit: limit(10) }),
    ];
    expect(attentionOf(subUsers, none, { limitsGb: 30 })).toEqual([]);
  });

  test('B3: is nothing about limits where there are none', () => {
    expect(attentionOf([], { forecast: null, planGb: 300 }, { limitsGb: 0 })).toEqual([]);
  });
});

test('the top leaves out lifetime sub-users, whose traffic is not the month’s, and those without any', () => {
  const top = topOf(
    [
      subUser({ id: 1, trafficGb: 3 }),
      subUser({ id: 2, trafficGb: 200, lifetime: true }),
      subUser({ id: 3, trafficGb: 0 }),
      subUser({ id: 4, trafficGb: null }),
      subUser({ id: 5, trafficGb: 7 }),
    ],
    5,
  );
  expect(top.map(({ subUser: { id } }) => id)).toEqual([5, 1]);
});

test('five rows of movers: three up and two down, more of one where the other has fewer', () => {
  const movers = (count: number) => Array.from({ length: count }, (_, id) => ({ id }) as Mover);
  const counts = (up: number, down: number) => shownMovers({ up: movers(up), down: movers(down) }).length;
  expect(counts(5, 5)).toBe(5);
  expect(shownMovers({ up: movers(5), down: movers(5) }).map(({ id }) => id)).toEqual([0, 1, 2, 0, 1]);
  expect(counts(5, 0)).toBe(5);
  expect(counts(1, 5)).toBe(5);
  expect(counts(1, 1)).toBe(2);
});

test('targets of several sub-users are summed by name', () => {
  const read = (targets: [string, number | null][]): TargetTraffic => ({
    totalGb: null,
    requests: null,
    setAside: 0,
    targets: targets.map(([target, trafficGb]) => ({ target, trafficGb, date: null, requests: null })),
  });
  const top = topTargets(
    [
      read([
        ['a', 3],
        ['b', 1],
      ]),
      read([
        ['b', 4],
        ['c', null],
      ]),
    ],
    2,
  );
  expect(top).toEqual([
    { target: 'b', trafficGb: 5, share: 0.625 },
    { target: 'a', trafficGb: 3, share: 0.375 },
  ]);
});
