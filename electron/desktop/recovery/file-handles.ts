import { closeSync, openSync } from 'node:fs';
import { devNull } from 'node:os';

/** More than this process needs for a new window (about 30 were measured). */
const windowTakes = 64;
const lookAgainMs = 2_000;

/** Returns whether enough files can be opened for a window. If not, Chromium aborts the app at the first failure. */
export function hasHandlesForWindow(): boolean {
  const held: number[] = [];
  try {
    while (held.length < windowTakes) held.push(openSync(devNull, 'r'));
    return true;
  } catch {
    return false;
  } finally {
    for (const handle of held) closeSync(handle);
  }
}

/** Runs `run` now, or when enough file handles are free. */
export function whenHandlesFree(run: () => void): void {
  if (hasHandlesForWindow()) run();
  else setTimeout(() => whenHandlesFree(run), lookAgainMs);
}
