import { expect, test } from 'vitest';
import { trayModel } from '../../../electron/desktop/tray-model.ts';
import { snapshotOf } from '../../support/store.ts';

const labels = (model: ReturnType<typeof trayModel>) =>
  model.items.flatMap((item) => (item.kind === 'separator' ? [] : [item.label]));
const { traffic } = snapshotOf();

test('the total, its days and its age stand in tooltip and menu, with every main action', () => {
  const model = trayModel(snapshotOf(), 4 * 60_000);
  expect(model.tooltip).toBe('1.24 GB this month · 1 Mar – 15 Mar · Updated: 4 min ago');
  expect(model.title).toBe('1.24 GB');
  expect(labels(model)).toEqual([
    '1.24 GB this month',
    '1 Mar – 15 Mar',
    'Updated: 4 min ago',
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

test('an unknown total looks unknown, not like zero', () => {
  const month = { trafficGb: null, dateFrom: null, dateTo: null, readAt: 0 };
  expect(trayModel(snapshotOf({ traffic: { ...traffic, month } }), 0).tooltip).toContain('— this month');
});

test('before the first answer it says what is going on', () => {
  const model = trayModel(snapshotOf({ traffic: { ...traffic, month: null } }), 0);
  expect(model.tooltip).toBe('Oxygauge · Reading this month’s traffic…');
  expect(model.meter.tone).toBe('starting');
});

test.each([
  [{ stale: true }, 'Old figure', 'stale'],
  [{ paused: 'offline' as const }, 'Offline', 'offline'],
  [{ problem: { kind: 'timed-out' as const } }, 'Oxylabs did not answer in time.', 'normal'],
])('%j is told', (change, words, tone) => {
  const model = trayModel(snapshotOf({ traffic: { ...traffic, ...change } }), 0);
  expect(model.tooltip).toContain(words);
  expect(model.meter.tone).toBe(tone);
});

test('signed out offers Sign in; refused asks for attention', () => {
  const session = { kind: 'signed-out', reason: 'refused', username: 'a' } as const;
  const model = trayModel(snapshotOf({ session }), 0);
  expect(labels(model)).toContain('Sign in');
  expect(labels(model)).not.toContain('Sign out');
  expect(model.meter.tone).toBe('refused');
  expect(model.items.find((item) => item.kind === 'action' && item.action === 'refresh')).toMatchObject({
    enabled: false,
  });
});
