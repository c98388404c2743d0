import { expect, test } from 'vitest';
import { type ApiFailure, failed, succeeded } from '../../../electron/contract/failure.ts';
import type { Listed } from '../../../electron/monitor/sub-users/newest-list.ts';
import { settleByReading } from '../../../electron/monitor/sub-users/settle-by-reading.ts';
import { FakeClock } from '../../support/unit/fake-clock.ts';

const pausesMs = [1_000, 6_000, 15_000];

/** Settles by these readings, and notes when each was made, in seconds. */
function settling(readings: readonly Listed[], stopped?: AbortSignal) {
  const clock = new FakeClock();
  const begun = clock.now();
  const read: number[] = [];
  const last = settleByReading({
    clock,
    pausesMs,
    showsAll: (listed) => listed.length > 0,
    stopped,
    async read() {
      read.push((clock.now() - begun) / 1_000);
      return readings[read.length - 1] ?? succeeded([]);
    },
  });
  return { clock, read, last };
}
const without = (kind: 'signed-out' | 'renewal-refused' | 'timed-out'): Listed =>
  failed({ kind } satisfies ApiFailure);

test.each([
  ['nothing', [], [1, 7, 22]],
  ['a list that fails', [without('timed-out')], [1, 7, 22]],
  ['a session that has ended', [without('signed-out')], [1]],
  ['a token that is not renewed', [succeeded([]), without('renewal-refused')], [1, 7]],
] satisfies [string, Listed[], number[]][])('%s is read after each pause', async (_what, readings, times) => {
  const { clock, read, last } = settling(readings);
  await clock.pass(60_000);
  expect(read).toEqual(times);
  expect(await last).toEqual(readings[times.length - 1] ?? succeeded([]));
});

test('stopped before the last reading, it has none and leaves no timer', async () => {
  const stop = new AbortController();
  const { clock, read, last } = settling([], stop.signal);
  await clock.pass(2_000);
  stop.abort();
  expect([await last, read, clock.waiting()]).toEqual([null, [1], 0]);
  expect(await settling([], stop.signal).last).toBeNull();
});
