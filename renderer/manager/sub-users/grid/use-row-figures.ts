import { useEffect, useState } from 'react';
import { type ById, readRecentDays, readRunOuts } from '../../../state/by-id.ts';
import { useMirror } from '../../mirror.ts';

/** Rows that only scroll past are not read. */
const restMs = 60;
const mostIds = 200;
/** Above as many, the figures of earlier rows are forgotten: of 50,000 they would take longer with each step. */
const mostKept = 1_000;

/** Holds what only the rows in view have, read for them: their recent days, and when they reach their limit. */
type RowFigures = { days: ById<readonly (number | null)[]>; reachesAt: ById<number | null> };

const noFigures: RowFigures = { days: new Map(), reachesAt: new Map() };

/** Reads the figures of the rows in view from the history, again with each new list. Earlier ones stay until then. */
export function useRowFigures(ids: readonly number[]): RowFigures {
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

async function readFigures(ids: number[]): Promise<RowFigures> {
  const [days, reachesAt] = await Promise.all([readRecentDays(ids), readRunOuts(ids)]);
  return { days: days ?? noFigures.days, reachesAt: reachesAt ?? noFigures.reachesAt };
}

function merged(last: RowFigures, read: RowFigures): RowFigures {
  const kept = last.days.size > mostKept ? noFigures : last;
  return {
    days: new Map([...kept.days, ...read.days]),
    reachesAt: new Map([...kept.reachesAt, ...read.reachesAt]),
  };
}
