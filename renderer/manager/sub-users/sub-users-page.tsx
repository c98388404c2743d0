import { useMemo, useState } from 'react';
import { say } from '../../../electron/text/say.ts';
import { JobPanel } from '../jobs/job-panel.tsx';
import { useRequest } from '../requests.ts';
import { usePageState } from '../view.ts';
import { SelectionBar } from './bulk/selection-bar.tsx';
import { type GridContext, SubUserGrid } from './grid/sub-user-grid.tsx';
import { GridSkeleton, NoMatch, NoSubUsers } from './grid-states.tsx';
import { Notice, type Notices, nothingDone, Problem } from './notices.tsx';
import type { Ask, Open } from './open.ts';
import { OpenDialog } from './open-dialog.tsx';
import { Panel } from './panel/panel.tsx';
import { useNarrowWindow } from './panel/use-covering.ts';
import { type OpenMenu, RowMenu } from './row-menu.tsx';
import { showAllRows, useShownRows } from './shown-rows.ts';
import { SubUsersToolbar } from './toolbar.tsx';
import { useDetails } from './use-details.ts';
import { useFileDrop } from './use-file-drop.ts';
import { useNavigation } from './use-navigation.ts';
import './sub-users.css';

export function SubUsersPage() {
  const [search] = usePageState('subUsers', 'search');
  const [selectedIds, setSelectedIds] = usePageState('subUsers', 'selectedIds');
  const selected = useMemo<ReadonlySet<number>>(() => new Set(selectedIds), [selectedIds]);
  const [open, setOpen] = useState<Open>(null);
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [done, setDone] = useState(nothingDone);
  const [isExpanded, setExpanded] = useState(false);
  const { rows, view, total, pointing } = useShownRows(search);
  const narrow = useNarrowWindow();
  const details = useDetails(setProblem);
  const { ask, context } = useMemo(() => openersOf(setOpen, setMenu, details.show), [details.show]);
  const notices = useMemo<Notices>(
    () => ({ onProblem: setProblem, onDone: (text, undo = null) => setDone({ text, undo }) }),
    [],
  );
  // Actions apply only to rows in view: changing a hidden row that was selected earlier would be a surprise.
  const chosen = useMemo(() => (rows ?? []).filter(({ id }) => selected.has(id)), [rows, selected]);
  useNavigation(open, ask, setProblem);
  useRequest('ask', ask);
  const isDropping = useFileDrop(open, setOpen);
  const covers = details.subUser !== null && (narrow || isExpanded);
  return (
    <main className="page sub-users">
      <SubUsersToolbar rows={rows ?? []} search={search} onOpen={ask} />
      {problem !== null && <Problem text={problem} onDismiss={() => setProblem(null)} />}
      <JobPanel />
      <div className="sub-users-body">
        <div className="grid-place" inert={covers} {...pointing}>
          {rows === null ? (
            <GridSkeleton />
          ) : (
            <SubUserGrid
              rows={rows}
              view={view}
              selected={selected}
              onSelect={(ids) => setSelectedIds([...ids])}
              context={context}
              openId={details.subUser?.id ?? null}
              focusRequest={details.focusRequest}
              onEscape={details.subUser === null ? null : details.close}
            />
          )}
          {total === 0 && (
            <NoSubUsers
              onNew={() => ask({ kind: 'new' })}
              onImport={() => ask({ kind: 'import', file: null })}
            />
          )}
          {total !== 0 && rows?.length === 0 && <NoMatch onShowAll={() => showAllRows(view)} />}
          <SelectionBar
            subUsers={chosen}
            onAction={(action) => setOpen({ kind: 'bulk', action, subUsers: chosen })}
            onHandOver={() => setOpen({ kind: 'hand-over', subUsers: chosen })}
            onClear={() => setSelectedIds([])}
          />
        </div>
        {details.subUser !== null && (
          <Panel
            subUser={details.subUser}
            covers={covers}
            isExpanded={isExpanded}
            onExpand={setExpanded}
            onOpen={ask}
            notices={notices}
            onClose={details.close}
          />
        )}
      </div>
      {isDropping && (
        <div className="drop-here" aria-hidden="true">
          {say('csvImport.dropHere')}
        </div>
      )}
      <Notice done={done} onEnd={() => setDone(nothingDone)} />
      {menu !== null && <RowMenu menu={menu} onOpen={ask} notices={notices} onClose={() => setMenu(null)} />}
      <OpenDialog open={open} notices={notices} onClose={() => setOpen(null)} />
    </main>
  );
}

type Openers = { ask: (ask: Ask) => void; context: GridContext };

function openersOf(
  setOpen: (open: Open) => void,
  setMenu: (menu: OpenMenu) => void,
  showDetails: (id: number, how: 'open' | 'move') => void,
): Openers {
  const ask = (wanted: Ask) => {
    if (wanted?.kind === 'details') showDetails(wanted.subUser.id, 'open');
    else setOpen(wanted);
  };
  const context: GridContext = {
    onOpen: ({ id }) => showDetails(id, 'open'),
    onMove: ({ id }) => showDetails(id, 'move'),
    onMenu: (subUser, place) => setMenu({ subUser, place }),
    onAction: (subUser, action) =>
      setOpen(action === 'delete' ? { kind: 'delete', subUser } : { kind: 'edit', subUser, raiseToGb: null }),
  };
  return { ask, context };
}
