import { dayMs, dayOf } from '../../electron/contract/day.ts';
import { defaultSettings } from '../../electron/contract/settings.ts';
import type { Snapshot } from '../../electron/contract/snapshot.ts';
import type { SubUser } from '../../electron/contract/sub-user.ts';
import { channels, guard } from './guard.ts';
import { environment, snapshotOf } from './snapshot.ts';

const now = Date.now();
const minuteMs = 60_000;
const today = new Date(now);
const monthStart = Date.UTC(today.getUTCFullYear(), today.getUTCMonth());
const nextMonth = Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + 1);

export const subUsers: SubUser[] = [
  subUser(1, 'price_monitor_eu', 38.6, 40),
  subUser(2, 'travel_fares', 57.9, 80),
  subUser(3, 'serp_tracker', 12.4, 10),
  { ...subUser(4, 'seo_audit', 3.1, 20), status: 'disabled' },
  { ...subUser(5, 'archive', 0.02, 5), listed: false, status: 'disabled' },
  { ...subUser(6, 'research', 204.8, null), lifetime: true, disablesAtLimit: false },
  { ...subUser(7, 'a_very_long_username_that_has_to_be_cut_somewhere_1234567890', null, 1), createdAt: null },
];

function subUser(id: number, username: string, trafficGb: number | null, limitGb: number | null): SubUser {
  return {
    id,
    username,
    status: 'active',
    createdAt: now - id * 40 * dayMs,
    trafficGb,
    limit: limitGb === null ? { kind: 'unlimited' } : { kind: 'gb', limitGb },
    disablesAtLimit: true,
    lifetime: false,
    listed: true,
  };
}

const days = Array.from({ length: Math.max(1, today.getUTCDate()) }, (_, day) => ({
  at: dayOf(monthStart + day * dayMs),
  trafficGb: 6 + 4 * Math.sin(day) + day / 4,
}));

const month = {
  trafficGb: 321.96,
  dateFrom: dayOf(monthStart),
  dateTo: dayOf(now),
  readAt: now - 3 * minuteMs,
};
const traffic = { ...snapshotOf().traffic, month, nextRefreshAt: now + 2 * minuteMs };

const alerts: Snapshot['alerts'] = {
  byCalendar: false,
  alerts: [
    {
      id: 'a',
      at: now - 20 * minuteMs,
      subject: { kind: 'sub-user', id: 3, username: 'serp_tracker' },
      facts: { rule: 'over-limit-running', usedGb: 12.4, limitGb: 10 },
      delivery: 'shown',
    },
    {
      id: 'b',
      at: now - 40 * minuteMs,
      subject: { kind: 'account' },
      facts: { rule: 'budget', threshold: 80, usedGb: 322, limitGb: 400, expectedAt: now + 4 * dayMs },
      delivery: 'unanswered',
    },
  ],
  total: 2,
};

const dayTotals = days.map(({ at, trafficGb }, index) => ({
  at,
  trafficGb,
  totalGb: days.slice(0, index + 1).reduce((sum, day) => sum + day.trafficGb, 0),
}));

const good = snapshotOf({
  traffic,
  nearest: { subUsers: subUsers.slice(0, 3), over: 0, near: 0, total: subUsers.length, setAside: 0 },
  subUsers: { subUsers, setAside: 0, readAt: now - minuteMs },
  accountDays: {
    current: { fromMs: monthStart, toMs: nextMonth, days: dayTotals, now: { atMs: now, gb: 321.96 } },
    last: { fromMs: monthStart - 30 * dayMs, toMs: monthStart, days: [], now: null },
  },
  outlook: {
    cycleForecast: null,
    days,
    forecast: {
      kind: 'forecast',
      endGb: 412,
      lowGb: 390,
      highGb: 440,
      gbPerDay: 13.2,
      leftPerDayGb: 9.1,
      reachesAt: now + 4 * dayMs,
      reachesEarliestAt: now + 2 * dayMs,
      endsAt: nextMonth,
    },
  },
  alerts,
});

const longNames = [
  subUser(8, 'a_very_long_username_that_has_to_be_cut_somewhere_1234567890', 1_234.56, 1_300),
  subUser(9, 'another_long_username_with_the_widest_figures_mmmmmmmmmmmmmm', 98_765.4, 99_000),
];

const signedOut = (reason: 'never-signed-in' | 'refused') =>
  ({ kind: 'signed-out', reason, username: null }) as const;
const nothingRead = { ...traffic, month: null };
const unread = { subUsers: [], over: 0, near: 0, total: null, setAside: 0 };
const alertSettings = defaultSettings.alerts;
const withPlan = (sizeGb: number) => ({
  settings: { ...defaultSettings, plan: { ...defaultSettings.plan, sizeGb } },
});
const planned = {
  ...good,
  ...withPlan(450),
  nearest: { subUsers: subUsers.slice(0, 3), over: 1, near: 1, total: subUsers.length, setAside: 0 },
};
const unlimited = subUsers.map((each) => ({ ...each, limit: { kind: 'unlimited' as const } }));

/** The popover in its states. */
export const popoverStates = {
  good: planned,
  'no plan': good,
  'over plan': { ...planned, ...withPlan(300) },
  unlimited: { ...good, nearest: { ...good.nearest, subUsers: unlimited.slice(0, 5) } },
  'long name': { ...planned, nearest: { ...planned.nearest, subUsers: longNames } },
  demo: { ...planned, environment: { ...environment, demo: true } },
  outdated: {
    ...planned,
    traffic: { ...traffic, stale: true, problem: { kind: 'timed-out' } },
  },
  offline: { ...planned, traffic: { ...traffic, paused: 'offline' } },
  'first reading': { ...snapshotOf(), nearest: unread, traffic: { ...nothingRead, refreshing: true } },
  'first failure': {
    ...snapshotOf(),
    nearest: unread,
    traffic: { ...nothingRead, problem: { kind: 'server-fault', status: 503 } },
  },
  'no total': { ...good, traffic: { ...traffic, month: { ...month, trafficGb: null } } },
  'none can use traffic': { ...good, nearest: { subUsers: [], over: 0, near: 0, total: 3, setAside: 0 } },
  paused: {
    ...planned,
    settings: { ...planned.settings, alerts: { ...alertSettings, pausedUntil: now + 60 * minuteMs } },
  },
  'signed out': snapshotOf({ session: signedOut('never-signed-in') }),
  refused: snapshotOf({ session: signedOut('refused') }),
  starting: snapshotOf({ session: { kind: 'restoring' } }),
} satisfies Record<string, Snapshot>;

const job = {
  task: { kind: 'change', change: { what: 'limit', limitGb: 20 } },
  total: 7,
  finished: 3,
  failed: 1,
  state: 'running',
  remainingMs: 40_000,
  checking: false,
  waitsUntil: null,
  results: [],
  unsavedPasswords: 0,
} satisfies Snapshot['job'];

/** The manager in its states. */
export const managerStates = {
  good,
  'job running': { ...good, job },
  'job interrupted': {
    ...good,
    job: {
      ...job,
      task: { kind: 'create' },
      state: 'interrupted',
      total: 4,
      failed: 0,
      unsavedPasswords: 2,
      results: [
        { username: 'team_one', id: 9, outcome: 'done', reason: null },
        { username: 'team_two', id: null, outcome: 'unknown', reason: { kind: 'cut-off' } },
        { username: 'team_three', id: null, outcome: 'not-sent', reason: { kind: 'interrupted' } },
        { username: 'team_four', id: 10, outcome: 'uncertain', reason: { kind: 'password-uncertain' } },
      ],
    },
  },
  'job ended': {
    ...good,
    job: {
      ...job,
      state: 'ended',
      finished: 2,
      total: 2,
      results: [
        { username: 'seo_audit', id: 4, outcome: 'done', reason: null },
        { username: 'archive', id: 5, outcome: 'skipped', reason: { kind: 'already-set' } },
      ],
    },
  },
  'changes without a clear answer': {
    ...good,
    checks: (['checking', 'yes', 'no', 'unknown'] as const).map((done, index) => ({
      id: done,
      username: subUsers[index]?.username ?? '',
      cause: { kind: 'server-fault', status: 504 },
      done,
    })),
  },
  guard: { ...good, guard, navigation: { nonce: 1, target: { kind: 'guard' } } },
  'guard without a rule': {
    ...good,
    guard: { ...guard, rules: [], held: [], heldCount: 0 },
    navigation: { nonce: 1, target: { kind: 'guard' } },
  },
  'alerts with channels': { ...good, channels, navigation: { nonce: 1, target: { kind: 'alerts' } } },
  'list not read': snapshotOf({ subUsers: { subUsers: [], setAside: 0, readAt: null } }),
  'run out of the ordinary': {
    ...good,
    environment: {
      ...environment,
      demo: true,
      bypassesProxy: true,
      trayShown: false,
      otherHost: 'api.example.com',
      storage: {
        unreadable: [{ what: 'history', why: 'unreadable', copy: 'history.bad' }],
        failing: { what: 'settings', code: 'ENOSPC' },
      },
    },
  },
  'signed out': snapshotOf({
    session: signedOut('refused'),
    environment: { ...environment, keyring: 'none' },
  }),
} satisfies Record<string, Snapshot>;

/** The state without a snapshot: main refuses the subscription. */
export const refusedState = 'no data';
