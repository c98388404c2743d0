import { type CSSProperties, useEffect, useMemo, useRef } from 'react';
import { useTable } from 'react-aria/useTable';
import { useTableState } from 'react-stately/useTableState';
import { type SubUserView, subUserOrders } from '../../../../electron/contract/settings.ts';
import type { SubUser } from '../../../../electron/contract/sub-user.ts';
import { say } from '../../../../electron/text/say.ts';
import { bridge } from '../../../state/bridge.ts';
import { SubUserCollection } from './collection.ts';
import { gridColumns } from './columns.ts';
import { GridHead } from './grid-head.tsx';
import { GridRows } from './grid-rows.tsx';
import { layoutOf } from './layout.ts';
import type { RowContext } from './row-context.ts';
import { createRowKeys, type RowKeyHandlers } from './row-keys.ts';
import { scrollToRow } from './row-window.ts';
import { useColumns } from './use-columns.ts';
import { type FocusRequest, useFocusRequest, useKeptPlace, useMoveByKey } from './use-kept-place.ts';
import { useRowHeight } from './use-row-height.ts';
import './grid.css';

export type GridContext = RowContext &
  RowKeyHandlers & {
    /** Called when the keyboard moved the focus to another row. */
    onMove: (subUser: SubUser) => void;
  };

/** React Aria finds the element of a key within its collection by these. */
type CollectionProps = { 'data-collection'?: string };

/** In a narrower column the tags beside the names would be cut to a letter. */
const shortNamesPx = 240;

type SubUserGridProps = {
  rows: readonly SubUser[];
  view: SubUserView;
  selected: ReadonlySet<number>;
  onSelect: (selected: ReadonlySet<number>) => void;
  context: GridContext;
  openId: number | null;
  focusRequest: FocusRequest | null;
  /** Called at Escape where nothing is selected. */
  onEscape: (() => void) | null;
};

/**
 * Shows all sub-users, and renders only the rows in view. Built on the hooks of React Aria's table, with a collection that
 * costs nothing per row.
 */
export function SubUserGrid(props: SubUserGridProps) {
  const { rows, view, selected, onSelect, context, openId, focusRequest, onEscape } = props;
  const frame = useRef<HTMLDivElement>(null);
  const columns = useColumns(frame);
  const rowHeightPx = useRowHeight();
  const collection = useMemo(() => new SubUserCollection(rows, columns.columns), [rows, columns.columns]);
  const state = useTableState<SubUser>({
    collection,
    selectionMode: 'multiple',
    selectedKeys: selected,
    onSelectionChange: (keys) =>
      onSelect(keys === 'all' ? new Set(rows.map(({ id }) => id)) : new Set([...keys].map(Number))),
    sortDescriptor: view,
    onSortChange: ({ column, direction }) => {
      const subUserView = { ...view, ...orderOf(column, direction, view) };
      void bridge.command('changeSettings', { subUserView });
    },
  });
  const layoutDelegate = useMemo(() => layoutOf(collection, frame, rowHeightPx), [collection, rowHeightPx]);
  const { gridProps } = useTable(
    { 'aria-label': say('subUsers.title'), isVirtualized: true, layoutDelegate, scrollRef: frame },
    state,
    frame,
  );
  const handleKey = useMemo(createRowKeys, []);
  useFocusInView(collection, state.selectionManager.focusedKey, frame, rowHeightPx);
  useKeptPlace(frame, state);
  useFocusRequest(focusRequest, state);
  const noteMove = useMoveByKey(collection, state, context.onMove);
  const style = { '--columns': columns.template, '--row-height': `${rowHeightPx}px` } as CSSProperties;
  return (
    <div
      className="grid-frame"
      style={style}
      onMouseDownCapture={() => noteMove(false)}
      onKeyDownCapture={(event) => {
        noteMove(true);
        if (event.key === 'Escape' && selected.size === 0) onEscape?.();
        handleKey(event, collection, state, context);
      }}
    >
      <div
        {...gridProps}
        ref={frame}
        className={columns.widthOf('username') < shortNamesPx ? 'grid short-names' : 'grid'}
      >
        <GridHead state={state} columns={columns} selected={selected} rows={rows} />
        <GridRows
          frame={frame}
          collection={collection}
          columns={columns.columns}
          state={state}
          ids={{ grid: gridProps.id, collection: (gridProps as CollectionProps)['data-collection'] }}
          context={context}
          openId={openId}
          rowHeightPx={rowHeightPx}
        />
      </div>
    </div>
  );
}

/** Returns the order after a press on a heading. Another column begins with its first order, the same one is reversed. */
function orderOf(
  column: unknown,
  direction: SubUserView['direction'],
  view: SubUserView,
): Pick<SubUserView, 'column' | 'direction'> {
  const id = subUserOrders.find((each) => each === column) ?? view.column;
  if (id === view.column) return { column: id, direction };
  const first = gridColumns.find((each) => each.id === id)?.firstOrder ?? 'ascending';
  return { column: id, direction: first };
}

type Focused = string | number | null;
type Frame = { current: HTMLDivElement | null };

/** Scrolls the focused row into view when the focus moves, but not when rows do, nor when the grid is shown again. */
function useFocusInView(
  collection: SubUserCollection,
  focused: Focused,
  frame: Frame,
  rowHeightPx: number,
): void {
  const latest = useRef(collection);
  latest.current = collection;
  useEffect(() => {
    const hasFocus = frame.current?.contains(document.activeElement) === true;
    const index = focused === null || !hasFocus ? null : latest.current.indexOf(focused);
    if (index !== null && frame.current !== null) scrollToRow(frame.current, index, rowHeightPx);
  }, [focused, frame, rowHeightPx]);
}
