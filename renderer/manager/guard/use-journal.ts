import { useCallback, useEffect, useRef, useState } from 'react';
import {
  type GuardJournalPage,
  type GuardRow,
  journalPageRows,
} from '../../../electron/contract/guard-view.ts';
import { describeFailure } from '../../../electron/text/failure.ts';
import { bridge } from '../../state/bridge.ts';
import { useMirror } from '../mirror.ts';
import { joined } from './join-pages.ts';

type Loaded = Pick<GuardJournalPage, 'next'> & { search: string; rows: readonly GuardRow[] };

/** What was loaded is read again when a line is added, up to this many rows: the newest are those that still change. */
const mostReadAgain = 5 * journalPageRows;

/** Reads the journal by pages. A new line comes on top, and what is loaded stays. */
export function useJournal(search: string) {
  const revision = useMirror((mirror) => mirror.guard?.journalRevision ?? 0);
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [isReading, setReading] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const current = useRef<Loaded | null>(null);
  current.current = loaded;

  const read = useCallback(
    async (
      before: string | null,
      leastRows: number,
      isOver: () => boolean,
    ): Promise<GuardJournalPage | null> => {
      const rows: GuardRow[] = [];
      let next = before;
      do {
        const outcome = await bridge.command('readGuardJournal', { search, before: next });
        if (isOver()) return null;
        setProblem(outcome.ok ? null : describeFailure(outcome.failure));
        if (!outcome.ok) return null;
        rows.push(...outcome.value.rows);
        next = outcome.value.next;
      } while (next !== null && rows.length < leastRows);
      return { rows, next };
    },
    [search],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new line of the journal is a reason to read it again.
  useEffect(() => {
    let isOver = false;
    const shown = current.current?.search === search ? current.current : null;
    const least = Math.min(mostReadAgain, Math.max(journalPageRows, shown?.rows.length ?? 0));
    void read(null, least, () => isOver).then((page) => {
      if (page !== null) setLoaded({ search, ...joined(page, shown) });
    });
    return () => {
      isOver = true;
    };
  }, [read, search, revision]);

  async function readMore() {
    if (loaded === null || loaded.next === null || isReading) return;
    setReading(true);
    const page = await read(loaded.next, journalPageRows, () => false);
    setReading(false);
    // Newer rows came meanwhile: what follows is asked for again.
    if (page !== null)
      setLoaded((now) =>
        now === loaded ? { search, rows: [...loaded.rows, ...page.rows], next: page.next } : now,
      );
  }
  return { loaded, problem, readMore };
}
