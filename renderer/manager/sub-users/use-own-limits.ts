import { useMemo } from 'react';
import type { Limit } from '../../../electron/contract/limit.ts';
import { useMirror } from '../mirror.ts';

/** Returns the own limits of the sub-users for which Guard keeps a lower one. */
export function useOwnLimits(): ReadonlyMap<number, Limit> {
  const held = useMirror((mirror) => mirror.guard?.held);
  return useMemo(
    () =>
      new Map(
        (held ?? [])
          .filter(({ cap, packsLeftGb, paused }) => (cap !== null || packsLeftGb !== null) && !paused.limit)
          .map(({ id, own }) => [id, own.limit]),
      ),
    [held],
  );
}
