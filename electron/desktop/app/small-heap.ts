import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

type Collect = (how: { type: 'major'; execution: 'sync'; flavor: 'last-resort' }) => void;

/**
 * Keeps V8's space for new objects at its first 2 MB. A start would have it grow to 8 MB, which V8 does not give back while
 * the app is idle (measured on Electron 33); reading 12,000 sub-users takes as long with the small one.
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}

/** Collects what a start has left, 3 MB (Electron 33): an idle app allocates too little for V8 to do so by itself. */
export function collectOnce(): void {
  setFlagsFromString('--expose-gc');
  const collect: Collect = runInNewContext('gc');
  setFlagsFromString('--no-expose-gc');
  collect({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}
