import { closeSync, openSync } from 'node:fs';
import { devNull } from 'node:os';

/** More than a new window takes of this process (about 30 were seen). */
const windowTakes = 64;

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
