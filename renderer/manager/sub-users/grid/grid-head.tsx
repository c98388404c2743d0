import { ArrowDown, ArrowUp } from 'lucide-react';
import { useRef } from 'react';
import {
  useTableColumnHeader,
  useTableHeaderRow,
  useTableRowGroup,
  useTableSelectAllCheckbox,
} from 'react-aria/useTable';
import type { GridNode, GridState } from './collection.ts';
import { ColumnResizer } from './column-resizer.tsx';
import { endColumns } from './columns.ts';
import { SelectBox } from './select-box.tsx';
import type { Columns } from './use-columns.ts';

type GridHeadProps = { state: GridState; columns: Columns };

/** Renders the headings, which stay while the rows scroll. */
export function GridHead({ state, columns }: GridHeadProps) {
  const { rowGroupProps } = useTableRowGroup();
  const row = useRef<HTMLDivElement>(null);
  const [node] = state.collection.headerRows;
  if (node === undefined) return null;
  return (
    <div {...rowGroupProps} className="grid-head">
      <HeadRow node={node} state={state} row={row} columns={columns} />
    </div>
  );
}

type HeadRowProps = GridHeadProps & { node: GridNode; row: { current: HTMLDivElement | null } };

function HeadRow({ node, state, row, columns }: HeadRowProps) {
  const { rowProps } = useTableHeaderRow({ node, isVirtualized: true }, state, row);
  return (
    <div {...rowProps} ref={row} className="grid-row">
      {state.collection.columns.map((column) => (
        <Heading key={column.key} node={column} state={state} columns={columns} />
      ))}
    </div>
  );
}

function Heading({ node, state, columns }: GridHeadProps & { node: GridNode }) {
  const cell = useRef<HTMLDivElement>(null);
  const { columnHeaderProps } = useTableColumnHeader({ node, isVirtualized: true }, state, cell);
  const sorted = state.sortDescriptor?.column === node.key;
  const className = ['heading', node.key, endColumns.has(node.key) && 'end', sorted && 'sorted'];
  return (
    <div {...columnHeaderProps} ref={cell} className={className.filter(Boolean).join(' ')}>
      {node.key === 'select' && <SelectAll state={state} />}
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

function SelectAll({ state }: { state: GridState }) {
  const { checkboxProps } = useTableSelectAllCheckbox(state);
  return <SelectBox {...checkboxProps} />;
}
