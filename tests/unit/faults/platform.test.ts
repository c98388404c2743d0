import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ApiFailure } from '../../../electron/contract/failure.ts';
import { Poller } from '../../../electron/monitor/refresh/poller.ts';
import { updateAccount } from '../../../electron/monitor/state.ts';
import { readRetryAfter } from '../../../electron/oxylabs/retry-after.ts';
import { accountId } from '../../../renderer/gallery/snapshot.ts';
import { proves } from '../../matrix/fault.ts';
import { platform } from '../../matrix/platform.ts';
import { FakeClock } from '../../support/unit/fake-clock.ts';
import { storeSignedIn } from '../../support/unit/store.ts';

const hourMs = 60 * 60_000;
/** Node's timers take 31 bits. */
const longestTimerMs = 2 ** 31 - 1;

const retryAfter = fc.oneof(
  fc.constantFrom('0', '60', '99999999999', '9'.repeat(400), 'Sun, 01 Mar 2099 12:02:00 GMT', 'soon'),
  fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
  fc.nat().map(String),
);

test(proves(platform, 'retry-after'), () => {
  fc.assert(
    fc.property(retryAfter, fc.integer({ min: 0, max: 4e12 }), (header, now) => {
      const at = readRetryAfter(header, now);
      return at === null || at - now <= hourMs;
    }),
  );
});

test(proves(platform, 'long-timer'), async () => {
  const course = fc.record({
    minutes: fc.integer({ min: 1, max: 60 }),
    header: retryAfter,
    failures: fc.nat({ max: 40 }),
    clockJumpMs: fc.integer({ min: -50 * 24 * hourMs, max: 50 * 24 * hourMs }),
  });
  await fc.assert(
    fc.asyncProperty(course, async ({ minutes, header, failures, clockJumpMs }) => {
      const clock = new FakeClock();
      const timers: number[] = [];
      const after = (delayMs: number, run: () => void) => {
        timers.push(delayMs);
        return clock.after(delayMs, run);
      };
      const store = storeSignedIn();
      const settings = { ...store.getState().settings, refreshIntervalMinutes: minutes };
      store.setState({ settings });
      const poller = new Poller({
        store,
        clock: { now: clock.now, monotonicMs: clock.monotonicMs, after },
        random: () => 0.99,
        async refresh() {
          const retryAt = readRetryAfter(header, clock.now());
          const problem: ApiFailure = { kind: 'rate-limited', retryAt };
          updateAccount(store, accountId, { problem });
          return { ok: false, failure: problem };
        },
      });
      for (let failure = 0; failure <= failures; failure += 1) await poller.refreshNow();
      clock.set(clockJumpMs);
      await poller.refreshNow();
      poller.stop();
      expect(Math.max(...timers)).toBeLessThan(longestTimerMs / 100);
      expect(Math.min(...timers)).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 200 },
  );
});
