import type { SubUser } from '../../contract/sub-user.ts';
import type { Clock } from '../clock.ts';
import type { Listed } from './newest-list.ts';
import { isSignedOut } from './write-end.ts';

/** The server may still be at work when its answer is cut. */
export const soonMs = [1_000, 6_000];
/** Before "not done" is the last word about a write that a late server may still carry out. */
export const lateMs = [15_000, 30_000, 60_000];

type Reading = {
  read: () => Promise<Listed>;
  clock: Clock;
  showsAll: (listed: readonly SubUser[]) => boolean;
  pausesMs: readonly number[];
  stopped?: AbortSignal | undefined;
};

/** Reads the list after each pause until it shows every write. Returns the last reading; null if it was stopped before. */
export async function settleByReading(reading: Reading): Promise<Listed | null> {
  const { read, clock, showsAll, pausesMs, stopped } = reading;
  let last: Listed | null = null;
  for (const delayMs of pausesMs) {
    if (!(await pause(clock, delayMs, stopped))) return null;
    last = await read();
    if (last.ok ? showsAll(last.value) : isSignedOut(last.failure)) return last;
  }
  return last;
}

/** Returns false if it was stopped. */
function pause(clock: Clock, delayMs: number, stopped: AbortSignal | undefined): Promise<boolean> {
  return new Promise((done) => {
    if (stopped?.aborted) {
      done(false);
      return;
    }
    const cancel = clock.after(delayMs, () => {
      stopped?.removeEventListener('abort', stop);
      done(true);
    });
    const stop = () => {
      cancel();
      done(false);
    };
    stopped?.addEventListener('abort', stop, { once: true });
  });
}
