import { useCallback, useEffect, useState } from 'react';
import { Button, useLocale } from 'react-aria-components';
import type { GuardRow } from '../../../electron/contract/guard-view.ts';
import { describeFailure } from '../../../electron/text/failure.ts';
import { changeText, whyText } from '../../../electron/text/guard-journal.ts';
import { say } from '../../../electron/text/say.ts';
import { formatDateTime } from '../../../electron/text/time.ts';
import { bridge } from '../../state/bridge.ts';
import { Message } from '../../ui/message.tsx';
import { useMirror } from '../mirror.ts';
import { DataTable } from '../ui/data-table.tsx';

type Loaded = { rows: readonly GuardRow[]; next: string | null };

/** Lists what Guard did and saw, newest first, with Undo where it still applies. */
export function Journal() {
  const revision = useMirror((mirror) => mirror.guard?.journalRevision ?? 0);
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [said, setSaid] = useState('');
  const [reading, setReading] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const read = useCallback(async (before: string | null) => {
    const outcome = await bridge.command('readGuardJournal', { subUserId: null, before });
    setProblem(outcome.ok ? null : describeFailure(outcome.failure));
    return outcome.ok ? outcome.value : null;
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new line of the journal is a reason to read it again.
  useEffect(() => {
    let isOver = false;
    void read(null).then((page) => !isOver && page !== null && setLoaded(page));
    return () => {
      isOver = true;
    };
  }, [read, revision]);
  async function more() {
    if (loaded === null || loaded.next === null || reading) return;
    setReading(true);
    const page = await read(loaded.next);
    setReading(false);
    // A newer first page came meanwhile: what follows it is asked for again.
    if (page !== null)
      setLoaded((now) => (now === loaded ? { rows: [...loaded.rows, ...page.rows], next: page.next } : now));
  }
  async function undo(act: string, name: string) {
    const outcome = await bridge.command('undoGuardAct', { act });
    if (outcome.ok) setSaid(say('guardJournal.undone', { name }));
    else if (outcome.failure.kind === 'not-found') setSaid(say('guardJournal.noLonger'));
    else setSaid(describeFailure(outcome.failure));
  }
  if (loaded === null && problem === null) return <p className="hint">{say('frame.loading')}</p>;
  if (loaded?.rows.length === 0) return <p className="hint">{say('guardJournal.empty')}</p>;
  return (
    <>
      <p role="status" className="hint journal-said">
        {said}
      </p>
      {problem !== null && <Message tone="error" text={problem} />}
      {loaded !== null && <Rows rows={loaded.rows} onUndo={undo} />}
      {loaded?.next != null && (
        <Button className="button" onPress={() => void more()}>
          {say('guardJournal.more')}
        </Button>
      )}
    </>
  );
}

type RowsProps = { rows: readonly GuardRow[]; onUndo: (act: string, name: string) => Promise<void> };

function Rows({ rows, onUndo }: RowsProps) {
  const { locale } = useLocale();
  return (
    <DataTable
      label={say('guard.journal')}
      headings={(['when', 'who', 'subUser', 'change', 'why', 'undo'] as const).map((name) =>
        say(`guardJournal.${name}`),
      )}
    >
      {rows.map((row, index) => {
        const { at, by, subUser, undo } = row;
        const name = subUser?.username ?? '';
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: several rows may be of one moment, and the order stays.
          <tr key={`${at} ${index}`}>
            <td className="journal-when">{formatDateTime(at, locale)}</td>
            <td className="journal-who">{say(`guardJournal.by.${by}`)}</td>
            <td>{subUser === null ? say('guardJournal.accountWide') : <bdi>{name}</bdi>}</td>
            <td className="journal-change">{changeText(row, locale)}</td>
            <td>{whyText(row)}</td>
            <td className="journal-undo">
              {undo !== null && (
                <Button
                  className="quiet-link"
                  aria-label={say('guardJournal.undoName', { name })}
                  onPress={() => void onUndo(undo, name)}
                >
                  {say('guardJournal.undo')}
                </Button>
              )}
            </td>
          </tr>
        );
      })}
    </DataTable>
  );
}
