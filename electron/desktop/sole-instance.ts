import { readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';

/**
 * Of two instances that start at the same moment on Linux, Chromium lets both believe that they are the first, now and then
 * (3 of some 60 such starts): the second takes a lock for stale whose holder has no socket yet, and puts its own in its place. Whoever the
 * lock does not name any more has to go. Asked once the app is ready: by then whoever could do that has done it.
 */
export function isStillFirst(): boolean {
  if (process.platform !== 'linux') return true;
  try {
    return readlinkSync(join(app.getPath('userData'), 'SingletonLock')).endsWith(`-${process.pid}`);
  } catch {
    // Where the lock cannot be read Chromium's own word stands.
    return true;
  }
}

/** Ends this process at once: an orderly end would take the other's lock away, since Chromium holds it for its own. */
export function leaveToOther(): void {
  (process as unknown as { reallyExit(code: number): void }).reallyExit(0);
}
