import { useMemo, useState } from 'react';
import { Button, Input, Label, SearchField } from 'react-aria-components';
import { formatAge } from '../../../electron/contract/time-text.ts';
import { useMirror } from '../../state/mirror.ts';
import { useNow } from '../../state/now.ts';
import { ExportButton } from '../../ui/export-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { UsagePage } from '../usage/usage-page.tsx';
import { DeleteDialog } from './delete-dialog.tsx';
import { EditDialog } from './edit-dialog.tsx';
import { FilterSelect } from './filter-select.tsx';
import { SubUserGrid } from './grid/sub-user-grid.tsx';
import { ImportDialog } from './many/import-dialog.tsx';
import { JobPanel } from './many/job-panel.tsx';
import { ManyDialog } from './many/many-dialog.tsx';
import { SelectionBar } from './many/selection-bar.tsx';
import { NewDialog } from './new-dialog.tsx';
import type { Open } from './open.ts';
import { rowsCsv } from './rows-csv.ts';
import { useShownRows } from './shown-rows.ts';
import { useFocusedSubUser } from './use-focused-sub-user.ts';
import './sub-users.css';

const nobody: ReadonlySet<number> = new Set();

export function SubUsersPage() {
  const [search, setSearch] = useState('');
  const [open, setOpen] = useState<Open>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [selected, setSelected] = useState(nobody);
  const view = useMirror((mirror) => mirror.settings?.subUserView);
  const locale = useMirror((mirror) => mirror.environment?.locale) ?? 'en';
  const { rows, pointing } = useShownRows(search);
  const context = useMemo(() => ({ locale, onOpen: setOpen, onProblem: setProblem }), [locale]);
  // Only what is in view is acted on: a hidden row that was chosen before would be a surprise.
  const chosen = useMemo(() => (rows ?? []).filter(({ id }) => selected.has(id)), [rows, selected]);
  const close = () => setOpen(null);
  useFocusedSubUser(open, setOpen, setProblem);
  if (open?.kind === 'usage')
    return <UsagePage key={open.subUser.id} subUser={open.subUser} onBack={close} />;
  return (
    <main className="sub-users">
      <header className="page-head">
        <h1>Sub-users</h1>
        <Freshness />
        <ExportButton suggestedName="Sub-users.csv" csv={() => rowsCsv(rows ?? [])} />
        <Button className="button" onPress={() => setOpen({ kind: 'import' })}>
          Import CSV
        </Button>
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
        <SelectionBar
          count={chosen.length}
          onAction={(action) => setOpen({ kind: 'many', action, subUsers: chosen })}
          onClear={() => setSelected(nobody)}
        />
      </div>
      {problem !== null && (
        <Notice tone="error">
          <p>{problem}</p>
          <Button className="button" onPress={() => setProblem(null)}>
            Dismiss
          </Button>
        </Notice>
      )}
      <JobPanel />
      <div className="grid-place" {...pointing}>
        {view !== undefined && rows !== null && (
          <SubUserGrid rows={rows} view={view} selected={selected} onSelect={setSelected} context={context} />
        )}
      </div>
      <Over open={open} onClose={close} />
    </main>
  );
}

/** The dialog over the grid. */
function Over({ open, onClose }: { open: Open; onClose: () => void }) {
  switch (open?.kind) {
    case 'new':
      return <NewDialog onClose={onClose} />;
    case 'import':
      return <ImportDialog onClose={onClose} />;
    case 'edit':
      return <EditDialog subUser={open.subUser} raiseToGb={open.raiseToGb} onClose={onClose} />;
    case 'delete':
      return <DeleteDialog subUser={open.subUser} onClose={onClose} />;
    case 'many':
      return <ManyDialog action={open.action} subUsers={open.subUsers} onClose={onClose} />;
    default:
      return null;
  }
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
