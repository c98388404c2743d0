import { describe, expect, test } from 'vitest';
import { startingModel, trayModel } from '../../../electron/desktop/tray/tray-model.ts';
import { snapshotOf } from '../../../renderer/gallery/snapshot.ts';

const labels = (model: ReturnType<typeof trayModel>) =>
  model.items.flatMap((item) => (item.kind === 'separator' ? [] : [item.label]));
const { traffic } = snapshotOf();

test('tooltip and menu show the total with its days and age, and the menu has every main action', () => {
  const model = trayModel(snapshotOf(), 4 * 60_000);
  expect(model.tooltip).toBe('1.24 GB this month\n4 min ago');
  expect(model.title).toBe('1.24 GB');
  expect(labels(model)).toEqual([
    '1.24 GB this month',
    '4 min ago',
    'Open',
    'Refresh',
    'Manage sub-users',
    'Alerts',
    'Pause for an hour',
    'Pause until tomorrow',
    'Sign out',
    'Quit',
  ]);
  expect(model.meter).toEqual({ tone: 'normal', step: 0 });
});

describe('with a plan', () => {
  const { settings } = snapshotOf();
  const endsAt = Date.parse('2026-04-01T00:00:00Z');
  const known = { kind: 'forecast', endGb: 268, lowGb: 259, highGb: 276, gbPerDay: 9, endsAt } as const;
  const forecast = { ...known, leftPerDayGb: 14, reachesAt: null, reachesEarliestAt: null };
  const plan = { ...settings.plan, sizeGb: 300 };
  const month = { trafficGb: 211.7, dateFrom: '2026-03-01', dateTo: '2026-03-24', readAt: 0 };
  const base = { traffic: { ...traffic, month }, outlook: { forecast, cycleForecast: null, days: [] } };

  test('it shows the total beside the plan, and the forecast', () => {
    const shown = trayModel(snapshotOf({ ...base, settings: { ...settings, plan } }), 0);
    expect(shown.tooltip).toBe('211.70 GB of 300 GB\n268 GB by 31 Mar\njust now');
    expect(shown.meter.step).toBe(14);
    const full = { ...forecast, endGb: 330, reachesAt: Date.parse('2026-03-29T05:00:00Z') };
    const outlook = { ...base.outlook, forecast: full };
    expect(trayModel(snapshotOf({ ...base, outlook, settings: { ...settings, plan } }), 0).tooltip).toBe(
      '211.70 GB of 300 GB\n330 GB by 31 Mar, used up on 29 Mar\njust now',
    );
  });

  test('with another cycle than the month, the month’s total is not shown as used of it', () => {
    const own = { ...settings, plan: { ...plan, renewsOn: 23 } };
    const bounds = { usedGb: 18, lowGb: 18, highGb: 18, readAt: 0 };
    const days = { dateFrom: '2026-03-23', dateTo: '2026-03-24' };
    const cycle = { ...days, ...bounds, found: 'history', missing: 0 } as const;
    const cycleForecast = { ...forecast, endGb: 280, endsAt: Date.parse('2026-04-23T00:00:00Z') };
    const outlook = { ...base.outlook, cycleForecast };
    const shown = trayModel(snapshotOf({ ...base, outlook, cycle, settings: own }), 0);
    expect(shown.tooltip).toBe(
      '18.00 GB of 300 GB since 23 Mar\n211.70 GB this month\n280 GB by 22 Apr\njust now',
    );
    expect(shown.meter.step).toBe(1);
    const unknown = { ...cycle, usedGb: null, lowGb: null, highGb: null, found: 'unknown' } as const;
    const vague = { ...base.outlook, cycleForecast: { kind: 'too-little' } } as const;
    const silent = trayModel(snapshotOf({ ...base, outlook: vague, cycle: unknown, settings: own }), 0);
    expect(silent.tooltip).toBe('211.70 GB this month\njust now');
    expect(silent.meter.step).toBe(0);
  });
});

test('an unknown total looks unknown, not like zero', () => {
  const month = { trafficGb: null, dateFrom: null, dateTo: null, readAt: 0 };
  expect(trayModel(snapshotOf({ traffic: { ...traffic, month } }), 0).tooltip).toContain('— this month');
});

test('a start has the icon and the main actions before anything is known', () => {
  const model = startingModel(null, 0, false);
  expect(model.tooltip).toBe('Oxygauge\nStarting…');
  expect(model.meter).toEqual({ tone: 'starting', step: 0 });
  expect(labels(model).slice(2)).toEqual(['Open', 'Refresh', 'Manage sub-users', 'Sign in', 'Quit']);
  expect(startingModel(null, 0, true).tooltip).toBe('Oxygauge\nStarting…\nDemo');
});

test('before the first answer it says what Oxygauge is doing', () => {
  const model = trayModel(snapshotOf({ traffic: { ...traffic, month: null } }), 0);
  expect(model.tooltip).toBe('Oxygauge\nLoading this month’s traffic…');
  expect(model.meter.tone).toBe('starting');
});

test.each([
  [{ stale: true }, 'Outdated', 'stale'],
  [{ paused: 'offline' as const }, 'Offline', 'offline'],
  [{ problem: { kind: 'timed-out' as const } }, 'Oxylabs did not answer in time.', 'normal'],
])('%j is shown', (change, words, tone) => {
  const model = trayModel(snapshotOf({ traffic: { ...traffic, ...change } }), 0);
  expect(model.tooltip).toContain(words);
  expect(model.meter.tone).toBe(tone);
});

test('signed out offers Sign in; a refused sign-in needs attention', () => {
  const session = { kind: 'signed-out', reason: 'refused', username: 'a' } as const;
  const model = trayModel(snapshotOf({ session }), 0);
  expect(labels(model)).toContain('Sign in');
  expect(labels(model)).not.toContain('Sign out');
  expect(model.meter.tone).toBe('refused');
  expect(model.items.find((item) => item.kind === 'action' && item.action === 'refresh')).toMatchObject({
    enabled: false,
  });
});

test('a newer version is an entry of the menu, signed in or not', () => {
  const releases = { unavailable: null, newer: { version: '0.2.0', command: null } };
  const session = { kind: 'signed-out', reason: 'signed-out', username: null } as const;
  expect(labels(trayModel(snapshotOf({ releases }), 0))).toContain('New version: 0.2.0');
  expect(labels(trayModel(snapshotOf({ releases, session }), 0))).toContain('New version: 0.2.0');
  expect(labels(trayModel(snapshotOf(), 0)).join()).not.toContain('version');
});
