import { bridge } from '../state/bridge.ts';
import { openMirror } from '../state/mirror.ts';

/** Mirrors the slices that the manager shows. */
export const { useMirror, opened, current } = openMirror(
  [
    'session',
    'traffic',
    'nearest',
    'subUsers',
    'job',
    'checks',
    'monthDays',
    'accountDays',
    'outlook',
    'alerts',
    'channels',
    'guard',
    'cycle',
    'navigation',
    'settings',
    'environment',
    'releases',
    'accountList',
  ],
  bridge,
);
