import { useEffect, useState } from 'react';
import { bridge } from './bridge.ts';

/** Figures of sub-users by id. */
export type ById<Value> = ReadonlyMap<number, Value>;

/** Returns the recent days of some sub-users from the local history; null where it could not be read. */
export async function readRecentDays(ids: number[]): Promise<ById<readonly (number | null)[]> | null> {
  const outcome = await bridge.command('readRecentDays', { ids });
  return outcome.ok ? byId(ids, outcome.value.days) : null;
}

/** Returns when some sub-users will likely reach their limit, null where one does not; null where it could not be read. */
export async function readRunOuts(ids: number[]): Promise<ById<number | null> | null> {
  const outcome = await bridge.command('readRunOuts', { ids });
  return outcome.ok ? byId(ids, outcome.value.at) : null;
}

/** Reads figures of the sub-users in view, again at each new reading of the list. Main keeps no copy for a window. */
export function useById<Value>(
  ids: readonly number[],
  readAt: number | null,
  read: (ids: number[]) => Promise<ById<Value> | null>,
): ById<Value> {
  const [figures, setFigures] = useState<ById<Value>>(new Map());
  const key = ids.join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the ids, the list's age for its figures.
  useEffect(() => {
    if (ids.length === 0) return;
    let current = true;
    void read([...ids]).then((found) => {
      if (current && found !== null) setFigures(found);
    });
    return () => {
      current = false;
    };
  }, [key, readAt, read]);
  return figures;
}

function byId<Value>(ids: readonly number[], values: readonly Value[]): ById<Value> {
  const pairs = values.flatMap((value, index) => {
    const id = ids[index];
    return id === undefined ? [] : [[id, value] as const];
  });
  return new Map(pairs);
}
