import { useState } from 'react';
import { Button, useLocale } from 'react-aria-components';
import type { GuardRow } from '../../../electron/contract/guard-view.ts';
import { describeFailure } from '../../../electron/text/failure.ts';
import { changeText, whyText } from '../../../electron/text/guard-journal.ts';
import { say } from '../../../electron/text/say.ts';
import { formatDateTime } from '../../../electron/text/time.ts';
import { bridge } from '../../state/bridge.ts';
import { Message } from '../../ui/message.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { Search } from '../ui/search.tsx';
import { useJournal } from './use-journal.ts';

type JournalProps = { search: string; onSearch: (search: string) => void };

/** Lists what Guard did and saw, newest first, with Undo where it still applies. */
export function Journal({ search, onSearch }: JournalProps) {
  const { loaded, problem, readMore } = useJournal(search);
  const [said, setSaid] = useState('');
  async function undo(act: string, name: string) {
    const outcome = await bridge.command('undoGuardAct', { act });
    if (outcome.ok) setSaid(say('guardJournal.undone', { name }));
    else if (outcome.failure.kind === 'not-found') setSaid(say('guardJournal.noLonger'));
    else setSaid(describeFailure(outcome.failure));
  }
  if (loaded === null && problem === null) return <p className="hint">{say('frame.loading')}</p>;
  const isEmpty = loaded?.rows.length === 0;
  if (isEmpty && loaded.search === '' && search === '')
    return <p className="hint">{say('guardJournal.empty')}</p>;
  return (
    <>
      <div className="journal-head">
        <Search label={say('guardJournal.search')} value={search} onChange={onSearch} />
        <p role="status" className="hint">
          {isEmpty ? say('guardJournal.noMatch') : said}
        </p>
      </div>
      {problem !== null && <Message tone="error" text={problem} />}
      {loaded !== null && !isEmpty && <Rows rows={loaded.rows} onUndo={undo} />}
      {loaded?.next != null && (
        <Button className="button" onPress={() => void readMore()}>
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
      {rows.map((row) => {
        const { place, at, by, subUser, undo } = row;
        const name = subUser?.username ?? '';
        return (
          <tr key={place}>
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
