import { useEffect, useState } from 'react';
import { readRecentDays, readRunOuts } from '../../../state/by-id.ts';
import { useMirror } from '../../mirror.ts';
import { noFigures, type RowFigureMaps } from './row-figures.ts';

/** Rows that only scroll past are not read. */
const restMs = 60;
const mostIds = 200;

/** Reads the figures of the rows in view from the history, again with each new list. Earlier ones stay until then. */
export function useRowFigures(ids: readonly number[]): RowFigureMaps {
  const readAt = useMirror((mirror) => mirror.subUsers.readAt);
  const [figures, setFigures] = useState(noFigures);
  const key = ids.join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the ids, the list's age for its figures.
  useEffect(() => {
    if (ids.length === 0) return;
    let current = true;
    const timer = setTimeout(async () => {
      const read = await readFigures(ids.slice(0, mostIds));
      if (current) setFigures((last) => merged(last, read));
    }, restMs);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [key, readAt]);
  return figures;
}

async function readFigures(ids: number[]): Promise<RowFigureMaps> {
  const [days, reachesAt] = await Promise.all([readRecentDays(ids), readRunOuts(ids)]);
  return { days: days ?? noFigures.days, reachesAt: reachesAt ?? noFigures.reachesAt };
}

function merged(last: RowFigureMaps, read: RowFigureMaps): RowFigureMaps {
  return {
    days: new Map([...last.days, ...read.days]),
    reachesAt: new Map([...last.reachesAt, ...read.reachesAt]),
  };
}
