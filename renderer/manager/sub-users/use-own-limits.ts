import { useMemo } from 'react';
import type { Limit } from '../../../electron/contract/limit.ts';
import { ownLimitsOf } from '../../../electron/contract/own-limits.ts';
import { useMirror } from '../mirror.ts';

/** Returns the own limits of the sub-users for which Guard keeps a lower one. */
export function useOwnLimits(): ReadonlyMap<number, Limit> {
  const held = useMirror((mirror) => mirror.guard?.held);
  return useMemo(() => ownLimitsOf(held === undefined ? null : { held }), [held]);
}
