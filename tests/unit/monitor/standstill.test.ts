import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { SessionView } from '../../../electron/contract/account.ts';
import type { NotificationOutcome } from '../../../electron/contract/notification.ts';
import { StandstillMonitor } from '../../../electron/monitor/alerts/standstill-monitor.ts';
import { createChangeSettings } from '../../../electron/monitor/settings.ts';
import { type AppStore, updateAccount } from '../../../electron/monitor/state.ts';
import { inMemoryValue } from '../../../electron/storage/in-memory.ts';
import { accountId } from '../../../renderer/gallery/snapshot.ts';
import { account as matrix } from '../../matrix/account.ts';
import { proves } from '../../matrix/fault.ts';
import { FakeClock } from '../../support/unit/fake-clock.ts';
import { signInto, storeSignedIn } from '../../support/unit/store.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const cannot = 'Oxygauge cannot watch your traffic';
const again = 'Oxygauge watches your traffic again';

let clock: FakeClock;
let store: AppStore;
let shown: string[];
let bodies: string[];
let outcome: NotificationOutcome;

beforeEach(() => {
  clock = new FakeClock();
  store = storeSignedIn();
  shown = [];
  bodies = [];
  outcome = 'shown';
  new StandstillMonitor({
    store,
    clock,
    async notify({ title, body }) {
      if (outcome !== 'failed') {
        shown.push(title);
        bodies.push(body);
      }
      return outcome;
    },
    showManager: () => {},
  });
});

function readFigure(trafficGb: number | null = 12): void {
  const value = { trafficGb, dateFrom: '2026-03-01', dateTo: '2026-03-15' };
  updateAccount(store, accountId, { month: { value, readAt: clock.now() }, problem: null, stale: false });
}
const fail = () => updateAccount(store, accountId, { problem: { kind: 'timed-out' } });
const signOut = (reason: Extract<SessionView, { kind: 'signed-out' }>['reason']) =>
  store.setState({ session: { kind: 'signed-out', reason, username: 'demo_main' } });

test.each(['refused', 'secret-unreadable', 'keyring-silent'] as const)(
  proves(matrix, 'standstill', 'signed out: %s'),
  async (reason) => {
    readFigure();
    signOut(reason);
    await clock.pass(3 * hourMs);
    expect(shown).toEqual([cannot]);
    signInto(store);
    readFigure();
    await clock.pass(hourMs);
    expect(shown).toEqual([cannot, again]);
  },
);

test('a sign-out by the user, and the first start, are no news', async () => {
  signOut('signed-out');
  await clock.pass(2 * hourMs);
  signOut('never-signed-in');
  await clock.pass(48 * hourMs);
  expect(shown).toEqual([]);
});

describe('failing refreshes', () => {
  test(proves(matrix, 'standstill', 'an hour of failures'), async () => {
    readFigure();
    fail();
    await clock.pass(59 * minuteMs);
    expect(shown).toEqual([]);
    await clock.pass(10 * hourMs);
    expect(shown).toEqual([cannot]);
    expect(bodies[0]).toBe('Every refresh has failed for an hour. Oxylabs did not answer in time.');
    readFigure();
    await clock.pass(minuteMs);
    expect(shown).toEqual([cannot, again]);
  });

  test('a good refresh in between begins the hour again', async () => {
    for (let round = 0; round < 5; round += 1) {
      fail();
      await clock.pass(50 * minuteMs);
      readFigure();
      await clock.pass(minuteMs);
    }
    expect(shown).toEqual([]);
  });

  test('sleep and a clock that is set do not count as failures', async () => {
    fail();
    await clock.pass(5 * minuteMs);
    clock.set(30 * 24 * hourMs);
    await clock.pass(5 * minuteMs);
    expect(shown).toEqual([]);
  });

  test('nor does being offline, until no figure came for a day', async () => {
    readFigure();
    await clock.pass(minuteMs);
    fail();
    store.setState({ online: false });
    await clock.pass(23 * hourMs);
    expect(shown).toEqual([]);
    await clock.pass(2 * hourMs);
    expect(shown).toEqual([cannot]);
  });
});

test(proves(matrix, 'standstill', 'a day without a figure'), async () => {
  for (let hour = 0; hour < 23; hour += 1) {
    readFigure(null);
    await clock.pass(hourMs);
  }
  expect(shown).toEqual([]);
  await clock.pass(2 * hourMs);
  expect(shown).toEqual([cannot]);
  readFigure();
  await clock.pass(minuteMs);
  expect(shown).toEqual([cannot, again]);
});

test('what the system refuses is shown once it can, as after a notification daemon has started', async () => {
  outcome = 'failed';
  signOut('refused');
  await clock.pass(10 * minuteMs);
  expect(shown).toEqual([]);
  outcome = 'shown';
  await clock.pass(10 * minuteMs);
  expect(shown).toEqual([cannot]);
});

test('quiet hours hold it back until they end', async () => {
  createChangeSettings(
    store,
    inMemoryValue(),
    clock.after,
  )({ alerts: { pausedUntil: clock.now() + 2 * hourMs } });
  signOut('refused');
  await clock.pass(hourMs);
  expect(shown).toEqual([]);
  await clock.pass(2 * hourMs);
  expect(shown).toEqual([cannot]);
});

test('whatever happens, "cannot" and "again" take turns', async () => {
  const step = fc.constantFrom('figure', 'none', 'fail', 'refused', 'in', 'hour', 'day');
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 20 }), async (steps) => {
      signInto(store);
      shown.length = 0;
      readFigure();
      await clock.pass(2 * minuteMs);
      shown.length = 0;
      for (const each of steps) {
        if (each === 'figure') readFigure();
        if (each === 'none') readFigure(null);
        if (each === 'fail') fail();
        if (each === 'refused') signOut('refused');
        if (each === 'in') signInto(store);
        await clock.pass(each === 'day' ? 25 * hourMs : each === 'hour' ? 61 * minuteMs : minuteMs);
      }
      // Another cause may follow a first one; good news never comes twice in a row, nor first.
      expect(shown[0]).not.toBe(again);
      for (const [index, title] of shown.entries())
        if (title === again) expect(shown[index - 1]).toBe(cannot);
    }),
    { numRuns: 20 },
  );
});
