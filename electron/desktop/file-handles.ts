import { closeSync, openSync } from 'node:fs';
import { devNull } from 'node:os';

/** More than a new window takes of this process (about 30 were seen). */
const windowTakes = 64;
const lookAgainMs = 2_000;

/** Whether files enough can be opened for a window. Where they cannot, Chromium ends the app at the first that fails. */
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

/** Runs something that opens files as soon as enough can be opened: at once, or later. */
export function whenHandlesFree(run: () => void): void {
  if (hasHandlesForWindow()) run();
  else setTimeout(() => whenHandlesFree(run), lookAgainMs);
}
