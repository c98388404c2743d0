import { ArrowDown, ArrowUp } from 'lucide-react';
import { useRef } from 'react';
import { useTableColumnHeader, useTableHeaderRow, useTableRowGroup } from 'react-aria/useTable';
import type { SubUser } from '../../../../electron/contract/sub-user.ts';
import { say } from '../../../../electron/text/say.ts';
import type { GridNode, GridState } from './collection.ts';
import { ColumnResizer } from './column-resizer.tsx';
import { endColumns } from './columns.ts';
import { SelectBox } from './select-box.tsx';
import type { Columns } from './use-columns.ts';

type Selection = { selected: ReadonlySet<number>; rows: readonly SubUser[] };
type GridHeadProps = Selection & { state: GridState; columns: Columns };

/** Renders the headings, which stay while the rows scroll. */
export function GridHead({ state, columns, ...selection }: GridHeadProps) {
  const { rowGroupProps } = useTableRowGroup();
  const row = useRef<HTMLDivElement>(null);
  const [node] = state.collection.headerRows;
  if (node === undefined) return null;
  return (
    <div {...rowGroupProps} className="grid-head">
      <HeadRow node={node} state={state} row={row} columns={columns} {...selection} />
    </div>
  );
}

type HeadRowProps = GridHeadProps & { node: GridNode; row: { current: HTMLDivElement | null } };

function HeadRow({ node, state, row, columns, ...selection }: HeadRowProps) {
  const { rowProps } = useTableHeaderRow({ node, isVirtualized: true }, state, row);
  return (
    <div {...rowProps} ref={row} className="grid-row">
      {state.collection.columns.map((column) => (
        <Heading key={column.key} node={column} state={state} columns={columns} {...selection} />
      ))}
    </div>
  );
}

function Heading({ node, state, columns, ...selection }: GridHeadProps & { node: GridNode }) {
  const cell = useRef<HTMLDivElement>(null);
  const { columnHeaderProps } = useTableColumnHeader({ node, isVirtualized: true }, state, cell);
  const sorted = state.sortDescriptor?.column === node.key;
  const className = ['heading', node.key, endColumns.has(node.key) && 'end', sorted && 'sorted'];
  return (
    <div {...columnHeaderProps} ref={cell} className={className.filter(Boolean).join(' ')}>
      {node.key === 'select' && <SelectAll state={state} {...selection} />}
      {node.key === 'actions' && <span className="unseen">{node.textValue}</span>}
      {node.key !== 'select' && node.key !== 'actions' && (
        <>
          <Name node={node} state={state} />
          <ColumnResizer node={node} state={state} columns={columns} />
        </>
      )}
    </div>
  );
}

function Name({ node, state }: { node: GridNode; state: GridState }) {
  const { sortDescriptor } = state;
  const Arrow = sortDescriptor?.direction === 'ascending' ? ArrowUp : ArrowDown;
  return (
    // Takes the focus of the heading, which would go to the width's slider otherwise.
    <span className="heading-name" title={node.textValue} tabIndex={-1}>
      <span className="cuttable">{node.textValue}</span>
      {sortDescriptor?.column === node.key && <Arrow />}
    </span>
  );
}

/** React Aria's own box walks through all rows each time. */
function SelectAll({ state, selected, rows }: Selection & { state: GridState }) {
  const isEmpty = selected.size === 0 || rows.length === 0;
  const isAll = !isEmpty && selected.size >= rows.length && rows.every(({ id }) => selected.has(id));
  return (
    <SelectBox
      aria-label={say('grid.selectAll')}
      isSelected={isAll}
      isIndeterminate={!isEmpty && !isAll}
      isDisabled={rows.length === 0}
      onChange={() => (isAll ? state.selectionManager.clearSelection() : state.selectionManager.selectAll())}
    />
  );
}
