import { type MouseEvent, memo, type ReactNode, useRef } from 'react';
import { useTableCell, useTableRow } from 'react-aria/useTable';
import { type Key, useLocale } from 'react-aria-components';
import { cellContents } from './cells.tsx';
import type { GridNode, GridState } from './collection.ts';
import { type ColumnId, endColumns } from './columns.ts';
import { pressRow } from './press-row.ts';
import type { RowContext } from './row-context.ts';

type RowProps = {
  node: GridNode;
  state: GridState;
  context: RowContext;
  isOpen: boolean;
  rowHeightPx: number;
};

export const SubUserRow = memo(function SubUserRow({ node, state, context, isOpen, rowHeightPx }: RowProps) {
  const row = useRef<HTMLDivElement>(null);
  const { locale } = useLocale();
  const { rowProps, isSelected } = useTableRow({ node, isVirtualized: true }, state, row);
  const handlers = useRowHandlers(node, state, context, row);
  const subUser = node.value;
  if (subUser === null) return null;
  const className = ['grid-row', 'row', subUser.status, isSelected && 'selected', isOpen && 'open'];
  return (
    <div
      {...withoutPress(rowProps)}
      {...handlers}
      ref={row}
      className={className.filter(Boolean).join(' ')}
      style={{ top: node.index * rowHeightPx }}
    >
      {[...node.childNodes].map((cell) => (
        <Cell key={columnOf(cell)} node={cell} state={state}>
          {cellContents[columnOf(cell)](subUser, { locale, context, state })}
        </Cell>
      ))}
    </div>
  );
});

function columnOf(cell: GridNode): ColumnId {
  return cell.column?.key as ColumnId;
}

/** React Aria's row selects on a press, and opens only while nothing is selected. Here a press always opens. */
function withoutPress(rowProps: object): object {
  return Object.fromEntries(
    Object.entries(rowProps).filter(([name]) => !name.startsWith('on') || name === 'onFocus'),
  );
}

function useRowHandlers(
  { key, value }: GridNode,
  state: GridState,
  context: RowContext,
  row: { current: HTMLDivElement | null },
) {
  const focusedBefore = useRef<Key | null>(null);
  return {
    onMouseDown(event: MouseEvent) {
      if (isInControl(event)) return;
      // The row takes the focus rather than the cell under the pointer, so that the arrow keys move from row to row.
      event.preventDefault();
      focusedBefore.current = state.selectionManager.focusedKey;
      row.current?.focus({ preventScroll: true });
    },
    onClick(event: MouseEvent) {
      if (value === null || isInControl(event)) return;
      if (!pressRow(event, key, focusedBefore.current, state)) context.onOpen(value);
    },
    onContextMenu(event: MouseEvent) {
      event.preventDefault();
      if (value !== null) context.onMenu(value, { x: event.clientX, y: event.clientY });
    },
  };
}

function isInControl({ target }: { target: EventTarget }): boolean {
  return target instanceof Element && target.closest('button, input, label') !== null;
}

function Cell({ node, state, children }: { node: GridNode; state: GridState; children: ReactNode }) {
  const cell = useRef<HTMLDivElement>(null);
  const { gridCellProps } = useTableCell({ node, isVirtualized: true }, state, cell);
  const column = columnOf(node);
  const className = endColumns.has(column) ? `cell ${column} end` : `cell ${column}`;
  return (
    <div {...gridCellProps} ref={cell} className={className}>
      {children}
    </div>
  );
}
