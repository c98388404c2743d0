import { readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';

/**
 * Returns whether this instance still holds the lock; call it once the app is ready. When two start at once on Linux, both
 * may believe that they are first (3 of some 60 starts): the second replaces a lock whose holder has no socket yet, and the
 * one without the lock has to end.
 */
export function isStillFirst(): boolean {
  if (process.platform !== 'linux') return true;
  try {
    return readlinkSync(join(app.getPath('userData'), 'SingletonLock')).endsWith(`-${process.pid}`);
  } catch {
    // The lock is unreadable, so Chromium's own decision stands.
    return true;
  }
}

/** Ends this process at once. An orderly exit would remove the other's lock, because Chromium takes it for its own. */
export function exitAtOnce(): void {
  (process as unknown as { reallyExit(code: number): void }).reallyExit(0);
}
