import { beforeEach, describe, expect, test } from 'vitest';
import { type ApiFailure, failed, type Outcome, succeeded } from '../../../electron/contract/failure.ts';
import { Poller } from '../../../electron/monitor/refresh/poller.ts';
import { type AppStore, accountState, updateAccount } from '../../../electron/monitor/state.ts';
import { accountId } from '../../../renderer/gallery/snapshot.ts';
import { FakeClock, settled } from '../../support/unit/fake-clock.ts';
import { signInto, storeSignedIn } from '../../support/unit/store.ts';

const minute = 60_000;
let clock: FakeClock;
let store: AppStore;
let poller: Poller;
let starts: number[];
let most: number;
let problem: ApiFailure | null;
let durationMs: number;

beforeEach(() => {
  clock = new FakeClock();
  store = storeSignedIn();
  starts = [];
  most = 0;
  problem = null;
  durationMs = 100;
  let running = 0;
  poller = new Poller({
    store,
    clock,
    random: () => 0,
    async refresh(): Promise<Outcome<null>> {
      starts.push(clock.now());
      running += 1;
      most = Math.max(most, running);
      await new Promise<void>((done) => clock.after(durationMs, done));
      running -= 1;
      const month = { value: { trafficGb: 1, dateFrom: null, dateTo: null }, readAt: clock.now() };
      updateAccount(store, accountId, problem === null ? { problem, month, stale: false } : { problem });
      return problem === null ? succeeded(null) : failed(problem);
    },
  });
});

const refreshOnce = async () => {
  void poller.refreshNow();
  await clock.pass(durationMs);
};

describe('when it refreshes', () => {
  test('every five minutes, and by the setting as soon as it changes', async () => {
    await refreshOnce();
    await clock.pass(20 * minute + 1_000);
    expect(starts).toHaveLength(4 + 1);
    store.setState({ settings: { ...store.getState().settings, refreshIntervalMinutes: 1 } });
    starts.length = 0;
    await clock.pass(10 * minute);
    expect(starts.length).toBeGreaterThanOrEqual(9);
  });

  test('at once after a sign-in', async () => {
    signInto(store, 'another');
    await settled();
    expect(starts).toHaveLength(1);
  });

  test('every minute while the popover is open, and at once if its figures are older than 30 s', async () => {
    await refreshOnce();
    await clock.pass(20_000);
    poller.setPopoverOpen(true);
    await settled();
    expect(starts).toHaveLength(1);
    await clock.pass(5 * minute);
    expect(starts.length).toBeGreaterThanOrEqual(5);
    poller.setPopoverOpen(false);
    starts.length = 0;
    await clock.pass(31_000);
    poller.setPopoverOpen(true);
    await settled();
    expect(starts).toHaveLength(1);
  });

  test('never two at once, however often it is requested', async () => {
    for (let press = 0; press < 20; press += 1) void poller.refreshNow();
    await clock.pass(durationMs);
    expect(starts).toHaveLength(1);
    durationMs = 3 * minute;
    store.setState({ settings: { ...store.getState().settings, refreshIntervalMinutes: 1 } });
    for (let press = 0; press < 60; press += 1) {
      void poller.refreshNow();
      await clock.pass(minute / 2);
    }
    expect(most).toBe(1);
  });
});

describe('when it does not', () => {
  test('asleep: none, and one about 5 s after resume', async () => {
    await refreshOnce();
    store.setState({ awake: false });
    // A computer that sleeps runs no timer.
    clock.jump(60 * minute);
    expect(starts).toHaveLength(1);
    store.setState({ awake: true });
    await clock.pass(4_000);
    expect(starts).toHaveLength(1);
    await clock.pass(2_000);
    expect(starts).toHaveLength(2);
  });

  test('the system reported that it would sleep and did not: after three minutes it counts as awake', async () => {
    await refreshOnce();
    store.setState({ awake: false });
    await clock.pass(2 * minute);
    expect(starts).toHaveLength(1);
    await clock.pass(2 * minute);
    expect(store.getState().awake).toBe(true);
    expect(starts).toHaveLength(2);
    await clock.pass(60 * minute);
    expect(starts).toHaveLength(2 + 12);
  });

  test('offline: none, not even on request, and one when the network returns', async () => {
    await refreshOnce();
    store.setState({ online: false });
    await poller.refreshNow();
    await clock.pass(60 * minute);
    expect(starts).toHaveLength(1);
    store.setState({ online: true });
    await clock.pass(minute);
    expect(starts).toHaveLength(2);
  });

  test('a day asleep: nothing that was due meanwhile, and one refresh after the resume', async () => {
    await refreshOnce();
    store.setState({ awake: false });
    clock.jump(24 * 60 * minute);
    await clock.pass(minute);
    expect(starts).toHaveLength(1);
    store.setState({ awake: true });
    store.setState({ online: false });
    store.setState({ online: true });
    await clock.pass(4 * minute);
    expect(starts).toHaveLength(2);
  });

  test('a refresh that was cut off by sleep is followed by one after the resume', async () => {
    problem = { kind: 'unreachable', reason: 'connection-lost' };
    durationMs = 2_000;
    void poller.refreshNow();
    await clock.pass(1_000);
    store.setState({ awake: false });
    clock.jump(24 * 60 * minute);
    store.setState({ awake: true });
    await clock.pass(100);
    problem = null;
    await clock.pass(minute);
    expect(starts).toHaveLength(2);
  });

  test('a refresh that hung while offline is followed by another, a good one is not', async () => {
    durationMs = 20_000;
    for (const [hung, expected] of [
      [{ kind: 'timed-out' }, 2],
      [null, 1],
    ] as const) {
      starts.length = 0;
      problem = hung;
      void poller.refreshNow();
      await clock.pass(1_000);
      store.setState({ online: false });
      store.setState({ online: true });
      await clock.pass(19_000);
      problem = null;
      await clock.pass(minute);
      expect(starts).toHaveLength(expected);
    }
  });

  test('signed out: none', async () => {
    store.setState({ session: { kind: 'signed-out', reason: 'signed-out', username: null } });
    await poller.refreshNow();
    await clock.pass(60 * minute);
    expect(starts).toEqual([]);
  });
});

describe('the network is gone for an hour', () => {
  /** Returns the number of refreshes since the last call. */
  const requestsWithin = async (ms: number) => {
    await clock.pass(ms);
    return starts.splice(0).length;
  };

  test('and the system reports it: no request, the figures age, and one refresh on its return', async () => {
    await refreshOnce();
    expect(starts.splice(0)).toHaveLength(1);
    store.setState({ online: false });
    expect(await requestsWithin(60 * minute)).toBe(0);
    expect(accountState(store.getState(), accountId).stale).toBe(true);
    store.setState({ online: true });
    expect(await requestsWithin(4 * minute)).toBe(1);
    expect(accountState(store.getState(), accountId).stale).toBe(false);
    expect(await requestsWithin(60 * minute)).toBe(12);
  });

  test('and the system does not report it: retries after 5, 10, 20 and 40 minutes, then every 5 after a good answer', async () => {
    await refreshOnce();
    expect(starts.splice(0)).toHaveLength(1);
    problem = { kind: 'unreachable', reason: 'offline' };
    // The regular one at 5 min, then 5, 10, 20 and 40 min later: four within the hour.
    expect(await requestsWithin(60 * minute)).toBe(4);
    problem = null;
    expect(await requestsWithin(21 * minute)).toBe(1);
    expect(await requestsWithin(60 * minute)).toBe(12);
  });

  test('and flickers: one refresh for each return, and never two at once', async () => {
    await refreshOnce();
    durationMs = 2_000;
    for (let flicker = 0; flicker < 5; flicker += 1) {
      store.setState({ online: false });
      await clock.pass(500);
      store.setState({ online: true });
      await clock.pass(500);
    }
    await clock.pass(4 * minute);
    expect(most).toBe(1);
    expect(starts.length).toBeLessThanOrEqual(1 + 5);
  });
});

describe('after failures', () => {
  test('the pause doubles up to an hour, and a good answer ends it', async () => {
    problem = { kind: 'server-fault', status: 500 };
    durationMs = 0;
    await refreshOnce();
    await clock.pass(5 * 60 * minute);
    const pauses = starts.slice(1).map((at, index) => Math.round((at - (starts[index] ?? 0)) / minute));
    expect(pauses.slice(0, 6)).toEqual([5, 10, 20, 40, 60, 60]);
    problem = null;
    await refreshOnce();
    starts.length = 0;
    await clock.pass(10 * minute);
    expect(starts).toHaveLength(2);
  });

  test('a time that the API named is respected, by the popover too', async () => {
    problem = { kind: 'rate-limited', retryAt: clock.now() + 30 * minute };
    await refreshOnce();
    poller.setPopoverOpen(true);
    await clock.pass(29 * minute);
    expect(starts).toHaveLength(1);
    await clock.pass(2 * minute);
    expect(starts).toHaveLength(2);
  });

  test.each([-1, 1, 400])(
    'a clock that is set by %i days neither prolongs nor shortens that wait',
    async (days) => {
      problem = { kind: 'rate-limited', retryAt: clock.now() + 30 * minute };
      await refreshOnce();
      problem = null;
      clock.set(days * 24 * 60 * minute);
      poller.setPopoverOpen(true);
      await clock.pass(29 * minute);
      expect(starts).toHaveLength(1);
      await clock.pass(1.5 * minute);
      expect(starts).toHaveLength(2);
      poller.setPopoverOpen(false);
      await clock.pass(6 * 60 * minute);
      expect(starts.length).toBeGreaterThan(70);
    },
  );

  test('figures are stale after three missed refreshes', async () => {
    await refreshOnce();
    problem = { kind: 'timed-out' };
    await clock.pass(14 * minute);
    expect(accountState(store.getState(), accountId).stale).toBe(false);
    await clock.pass(3 * minute);
    expect(accountState(store.getState(), accountId).stale).toBe(true);
  });

  test('figures are stale as soon as the computer resumes, also while offline', async () => {
    await refreshOnce();
    store.setState({ online: false });
    store.setState({ awake: false });
    clock.jump(5 * 60 * minute);
    store.setState({ awake: true });
    expect(accountState(store.getState(), accountId).stale).toBe(true);
  });

  test('figures grow stale offline and asleep as well', async () => {
    await refreshOnce();
    store.setState({ online: false });
    await clock.pass(17 * minute);
    expect(accountState(store.getState(), accountId).stale).toBe(true);
  });
});

test('a stopped poller is silent', async () => {
  await refreshOnce();
  poller.stop();
  await clock.pass(60 * minute);
  expect(starts).toHaveLength(1);
});
