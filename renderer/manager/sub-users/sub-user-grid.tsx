import { useMemo, useRef, useState } from 'react';
import {
  type ColumnProps,
  Column as GridColumn,
  Table,
  TableBody,
  TableHeader,
  TableLayout,
  Virtualizer,
} from 'react-aria-components';
import { type SubUserColumn, subUserColumnSchema } from '../../../electron/contract/settings.ts';
import type { SubUser } from '../../../electron/contract/sub-user.ts';
import { bridge } from '../../state/bridge.ts';
import { useMirror } from '../../state/mirror.ts';
import { inShownOrder, rowsOf } from './rows.ts';
import { SubUserRow } from './sub-user-row.tsx';
import type { Open } from './sub-users-page.tsx';

type SubUserGridProps = {
  search: string;
  onOpen: (open: Open) => void;
  onProblem: (problem: string | null) => void;
};

type Heading = { id: SubUserColumn; name: string } & Pick<ColumnProps, 'width' | 'minWidth'>;
const headings: Heading[] = [
  { id: 'username', name: 'Username', width: '2fr', minWidth: 205 },
  { id: 'status', name: 'Status', width: '1fr', minWidth: 120 },
  { id: 'traffic', name: 'Traffic', width: '1fr', minWidth: 86 },
  { id: 'limit', name: 'Limit', width: '1fr', minWidth: 90 },
  { id: 'share', name: 'Used', width: '1.5fr', minWidth: 120 },
  { id: 'disablesAtLimit', name: 'Disables at limit', width: '1fr', minWidth: 132 },
  { id: 'lifetime', name: 'Lifetime', width: '0.8fr', minWidth: 75 },
  { id: 'created', name: 'Created', width: '1fr', minWidth: 112 },
];
const layout = { rowHeight: 42, headingHeight: 36 };

/** All sub-users, virtualized: only the rows in view are in the page. */
export function SubUserGrid({ search, onOpen, onProblem }: SubUserGridProps) {
  const view = useMirror((mirror) => mirror.settings?.subUserView);
  const pointed = useRef(false);
  const rows = useRows(search, pointed);
  if (view === undefined || rows === null) return <div className="grid-wait" />;
  return (
    <div
      className="grid-frame"
      onPointerEnter={() => {
        pointed.current = true;
      }}
      onPointerLeave={() => {
        pointed.current = false;
      }}
    >
      <Virtualizer layout={TableLayout} layoutOptions={layout}>
        <Table
          className="grid"
          aria-label="Sub-users"
          sortDescriptor={view}
          onSortChange={({ column, direction }) => {
            const sorted = { ...view, column: subUserColumnSchema.parse(column), direction };
            void bridge.command('changeSettings', { subUserView: sorted });
          }}
        >
          <TableHeader>
            {headings.map(({ id, name, ...widths }) => (
              <GridColumn
                key={id}
                id={id}
                className="heading"
                allowsSorting
                isRowHeader={id === 'username'}
                {...widths}
              >
                {({ sortDirection }) => (
                  <>
                    {name}
                    <span aria-hidden="true">{arrowOf(sortDirection)}</span>
                  </>
                )}
              </GridColumn>
            ))}
            <GridColumn id="actions" className="heading" width={56}>
              <span className="unseen">Actions</span>
            </GridColumn>
          </TableHeader>
          <TableBody items={rows} renderEmptyState={() => <p className="grid-empty">No sub-user fits.</p>}>
            {(subUser) => <SubUserRow subUser={subUser} onOpen={onOpen} onProblem={onProblem} />}
          </TableBody>
        </Table>
      </Virtualizer>
    </div>
  );
}

function arrowOf(direction: 'ascending' | 'descending' | undefined): string {
  return direction === undefined ? '' : direction === 'ascending' ? ' ▴' : ' ▾';
}

/**
 * The rows in order; null before the first reading. While the pointer is on the grid a refresh changes figures in place:
 * a row that moved away under a click would be the wrong one.
 */
function useRows(search: string, pointed: { current: boolean }): SubUser[] | null {
  const list = useMirror((mirror) => mirror.subUsers);
  const view = useMirror((mirror) => mirror.settings?.subUserView);
  const [shown] = useState<{ key: string; ids: number[] }>({ key: '', ids: [] });
  return useMemo(() => {
    if (list === undefined || view === undefined || list.readAt === null) return null;
    const sorted = rowsOf(list.subUsers, view, search);
    const key = JSON.stringify([view, search]);
    const rows = pointed.current && shown.key === key ? inShownOrder(sorted, shown.ids) : sorted;
    shown.key = key;
    shown.ids = rows.map(({ id }) => id);
    return rows;
  }, [list, view, search, pointed, shown]);
}
