import { bridge } from '../state/bridge.ts';
import { openMirror } from '../state/mirror.ts';

/** Mirrors the slices that the popover shows. */
export const { useMirror, opened, current } = openMirror(
  [
    'session',
    'traffic',
    'nearest',
    'outlook',
    'cycle',
    'accountDays',
    'alerts',
    'settings',
    'environment',
    'accountList',
  ],
  bridge,
);
