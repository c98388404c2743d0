import { useRef, useState } from 'react';
import { useTableColumnResize } from 'react-aria/useTable';
import type { Key } from 'react-aria-components';
import type { TableColumnResizeState } from 'react-stately/useTableState';
import type { SubUser } from '../../../../electron/contract/sub-user.ts';
import { say } from '../../../../electron/text/say.ts';
import type { GridNode, GridState } from './collection.ts';
import type { Columns } from './use-columns.ts';

type ColumnResizerProps = { node: GridNode; state: GridState; columns: Columns };

/** Changes a column's width by dragging, or by the arrow keys after Enter. */
export function ColumnResizer({ node, state, columns }: ColumnResizerProps) {
  const input = useRef<HTMLInputElement>(null);
  const [resizingColumn, setResizingColumn] = useState<Key | null>(null);
  const resizeState: TableColumnResizeState<SubUser> = {
    tableState: state,
    resizingColumn,
    columnWidths: new Map(),
    getColumnWidth: columns.widthOf,
    getColumnMinWidth: () => columns.leastPx,
    getColumnMaxWidth: () => columns.mostPx,
    startResize: setResizingColumn,
    endResize() {
      setResizingColumn(null);
      columns.save();
    },
    updateResizedColumns(key, width) {
      columns.resize(key, width);
      return new Map();
    },
  };
  const { resizerProps, inputProps, isResizing } = useTableColumnResize(
    { column: node, 'aria-label': say('grid.resize') },
    resizeState,
    input,
  );
  return (
    <span {...resizerProps} className={isResizing ? 'resizer active' : 'resizer'}>
      <input {...inputProps} ref={input} />
    </span>
  );
}
