import { useState } from 'react';
import { Button, Input, Label, SearchField } from 'react-aria-components';
import type { SubUser } from '../../../electron/contract/sub-user.ts';
import { formatAge } from '../../../electron/contract/time-text.ts';
import { useMirror } from '../../state/mirror.ts';
import { useNow } from '../../state/now.ts';
import { Notice } from '../../ui/notice.tsx';
import { UsagePage } from '../usage/usage-page.tsx';
import { DeleteDialog } from './delete-dialog.tsx';
import { EditDialog } from './edit-dialog.tsx';
import { FilterSelect } from './filter-select.tsx';
import { SubUserGrid } from './grid/sub-user-grid.tsx';
import { NewDialog } from './new-dialog.tsx';
import { useShownRows } from './shown-rows.ts';
import './sub-users.css';

/** What stands over or instead of the grid: one at a time. */
export type Open = { kind: 'new' } | { kind: 'edit' | 'delete' | 'usage'; subUser: SubUser } | null;

export function SubUsersPage() {
  const [search, setSearch] = useState('');
  const [open, setOpen] = useState<Open>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [selected, setSelected] = useState<ReadonlySet<number>>(new Set());
  const view = useMirror((mirror) => mirror.settings?.subUserView);
  const locale = useMirror((mirror) => mirror.environment?.locale) ?? 'en';
  const { rows, pointing } = useShownRows(search);
  const close = () => setOpen(null);
  if (open?.kind === 'usage') return <UsagePage subUser={open.subUser} onBack={close} />;
  return (
    <main className="sub-users">
      <header className="page-head">
        <h1>Sub-users</h1>
        <Freshness />
        <Button className="button primary" onPress={() => setOpen({ kind: 'new' })}>
          New sub-user
        </Button>
      </header>
      <div className="tools">
        <SearchField className="search" value={search} onChange={setSearch}>
          <Label className="unseen">Search sub-users</Label>
          <Input placeholder="Search" />
        </SearchField>
        <FilterSelect />
      </div>
      {problem !== null && (
        <Notice tone="error">
          <p>{problem}</p>
          <Button className="button" onPress={() => setProblem(null)}>
            Dismiss
          </Button>
        </Notice>
      )}
      <div className="grid-place" {...pointing}>
        {view !== undefined && rows !== null && (
          <SubUserGrid
            rows={rows}
            view={view}
            selected={selected}
            onSelect={setSelected}
            context={{ locale, onOpen: setOpen, onProblem: setProblem }}
          />
        )}
      </div>
      {open?.kind === 'new' && <NewDialog onClose={close} />}
      {open?.kind === 'edit' && <EditDialog subUser={open.subUser} onClose={close} />}
      {open?.kind === 'delete' && <DeleteDialog subUser={open.subUser} onClose={close} />}
    </main>
  );
}

/** How many there are and how old the list is. */
function Freshness() {
  const list = useMirror((mirror) => mirror.subUsers);
  const locale = useMirror((mirror) => mirror.environment?.locale) ?? 'en';
  const now = useNow();
  if (list === undefined || list.readAt === null) return <p className="hint list-age">Reading the list…</p>;
  return (
    <p className="hint list-age">
      {list.subUsers.length.toLocaleString(locale)}, read {formatAge(list.readAt, now)}
      {list.setAside > 0 && `, ${list.setAside.toLocaleString(locale)} left out that could not be understood`}
    </p>
  );
}
