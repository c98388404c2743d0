import { useEffect, useMemo, useRef } from 'react';
import { useTable } from 'react-aria/useTable';
import { useTableState } from 'react-stately/useTableState';
import { type SubUserView, subUserColumnSchema } from '../../../../electron/contract/settings.ts';
import type { SubUser } from '../../../../electron/contract/sub-user.ts';
import { bridge } from '../../../state/bridge.ts';
import { SubUserCollection } from './collection.ts';
import { GridHead } from './grid-head.tsx';
import { GridRows } from './grid-rows.tsx';
import { layoutOf } from './layout.ts';
import { scrollToRow } from './row-window.ts';
import type { RowContext } from './sub-user-row.tsx';

type SubUserGridProps = {
  rows: readonly SubUser[];
  view: SubUserView;
  selected: ReadonlySet<number>;
  onSelect: (selected: ReadonlySet<number>) => void;
  context: RowContext;
};

/**
 * All sub-users, of which only the rows in view are in the page. It stands on the hooks that React Aria's own table is
 * made of, with a collection that costs nothing per row.
 */
export function SubUserGrid({ rows, view, selected, onSelect, context }: SubUserGridProps) {
  const frame = useRef<HTMLDivElement>(null);
  const collection = useMemo(() => new SubUserCollection(rows), [rows]);
  const state = useTableState<SubUser>({
    collection,
    selectionMode: 'multiple',
    selectedKeys: selected,
    onSelectionChange: (keys) =>
      onSelect(keys === 'all' ? new Set(rows.map(({ id }) => id)) : new Set([...keys].map(Number))),
    sortDescriptor: view,
    onSortChange: ({ column, direction }) => {
      const sorted = { ...view, column: subUserColumnSchema.parse(column), direction };
      void bridge.command('changeSettings', { subUserView: sorted });
    },
  });
  const layoutDelegate = useMemo(() => layoutOf(collection, frame), [collection]);
  const { gridProps } = useTable(
    { 'aria-label': 'Sub-users', isVirtualized: true, layoutDelegate, scrollRef: frame },
    state,
    frame,
  );
  useFocusInView(collection, state.selectionManager.focusedKey, frame);
  return (
    <div className="grid-frame">
      <div {...gridProps} ref={frame} className="grid">
        <GridHead state={state} />
        <GridRows frame={frame} collection={collection} state={state} context={context} />
        {rows.length === 0 && <p className="grid-empty">No sub-user fits.</p>}
      </div>
    </div>
  );
}

type Focused = string | number | null;
type Frame = { current: HTMLDivElement | null };

/** Keeps the row with the focus in view when the focus moves, not when the rows do. */
function useFocusInView(collection: SubUserCollection, focused: Focused, frame: Frame): void {
  const latest = useRef(collection);
  latest.current = collection;
  useEffect(() => {
    const index = focused === null ? null : latest.current.indexOf(focused);
    if (index !== null && frame.current !== null) scrollToRow(frame.current, index);
  }, [focused, frame]);
}
