import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Snapshot } from '../../../electron/contract/snapshot.ts';
import { followState } from '../../../electron/desktop/tray/follow-state.ts';
import type { TrayModel } from '../../../electron/desktop/tray/tray-model.ts';
import type { LastFigure } from '../../../electron/storage/last-figure.ts';
import { snapshotOf } from '../../../renderer/gallery/snapshot.ts';

vi.mock('electron', () => ({}));
beforeEach(() => void vi.useFakeTimers({ now: 0 }));
afterEach(() => void vi.useRealTimers());

const last: LastFigure = { total: '9.00 GB', days: '1 Feb – 28 Feb', step: 12, readAt: 0 };
const { traffic } = snapshotOf();
const restoring = snapshotOf({ session: { kind: 'restoring' }, traffic: { ...traffic, month: null } });
const reading = snapshotOf({ traffic: { ...traffic, month: null } });
const signedOut = snapshotOf({
  session: { kind: 'signed-out', reason: 'signed-out', username: null },
  traffic: { ...traffic, month: null },
});

/** Follows these states, one after the other. */
function follow(...states: Snapshot[]) {
  let slices = states[0] ?? snapshotOf();
  let publish = () => {};
  const shown: TrayModel[] = [];
  const kept: (LastFigure | null)[] = [];
  const resume = followState({
    tray: { show: (model) => shown.push(model) },
    source: {
      current: () => ({ slices }),
      subscribe(listener) {
        publish = listener;
        return () => {};
      },
    },
    lastFigure: { read: () => last, keep: (figure) => kept.push(figure) },
    now: () => 3 * 60_000 + Date.now(),
  });
  for (const next of states.slice(1)) {
    slices = next;
    publish();
  }
  return {
    shown,
    tooltips: shown.map(({ tooltip }) => tooltip),
    meters: shown.map(({ meter }) => meter),
    kept,
    resume,
  };
}

test('the last reading of an earlier run is shown as outdated until there is one of this run', () => {
  const { tooltips, meters, kept } = follow(restoring, reading, snapshotOf());
  const outdated = 'Last reading: 9.00 GB\n1 Feb – 28 Feb\nOutdated, last updated 3 min ago';
  expect(tooltips).toEqual([outdated, outdated, expect.stringMatching(/^1\.24 GB this month/)]);
  expect(meters.map(({ tone }) => tone)).toEqual(['stale', 'stale', 'normal']);
  expect(meters[0]?.step).toBe(12);
  expect(kept).toEqual([{ total: '1.24 GB', days: '1 Mar – 15 Mar', step: 0, readAt: 0 }]);
});

test('what keeps a reading from coming is shown with it', () => {
  const offline = snapshotOf({ traffic: { ...traffic, month: null, paused: 'offline' } });
  expect(follow(offline).tooltips[0]).toMatch(/^Last reading: .*\nOffline$/s);
});

test('signing out erases it, and the next account does not see it', () => {
  const { tooltips, kept } = follow(reading, signedOut, reading);
  expect(tooltips.slice(1)).toEqual(['Oxygauge\nSigned out', 'Oxygauge\nLoading this month’s traffic…']);
  expect(kept).toEqual([null]);
});

test('an unknown total is not kept', () => {
  const month = { trafficGb: null, dateFrom: null, dateTo: null, readAt: 0 };
  expect(follow(snapshotOf({ traffic: { ...traffic, month } })).kept).toEqual([]);
});

test('the age is shown again at each full minute of the reading', async () => {
  const month = { trafficGb: 1, dateFrom: null, dateTo: null, readAt: 20_000 };
  const { shown } = follow(snapshotOf({ traffic: { ...traffic, month } }));
  expect(shown.at(-1)?.tooltip).toMatch(/2 min ago$/);
  await vi.advanceTimersByTimeAsync(19_999);
  expect(shown).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(shown.at(-1)?.tooltip).toMatch(/3 min ago$/);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(shown.at(-1)?.tooltip).toMatch(/4 min ago$/);
  expect(shown).toHaveLength(3);
});

test('after a sleep the age is right at once, though nothing else has changed, as while offline', async () => {
  const month = { trafficGb: 1, dateFrom: null, dateTo: null, readAt: 20_000 };
  const { shown, resume } = follow(snapshotOf({ traffic: { ...traffic, month, paused: 'offline' } }));
  vi.setSystemTime(5 * 3_600_000);
  resume();
  expect(shown.at(-1)?.tooltip).toMatch(/Offline\n5 h ago$/);
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(shown.at(-1)?.tooltip).toMatch(/6 h ago$/);
  expect(shown).toHaveLength(62);
});
