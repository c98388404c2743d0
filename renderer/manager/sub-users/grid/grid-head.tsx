import { useRef } from 'react';
import {
  useTableColumnHeader,
  useTableHeaderRow,
  useTableRowGroup,
  useTableSelectAllCheckbox,
} from 'react-aria/useTable';
import type { GridNode, GridState } from './collection.ts';
import { SelectBox } from './select-box.tsx';

/** The headings, which stay while the rows are scrolled. */
export function GridHead({ state }: { state: GridState }) {
  const { rowGroupProps } = useTableRowGroup();
  const row = useRef<HTMLDivElement>(null);
  const [node] = state.collection.headerRows;
  if (node === undefined) return null;
  return (
    <div {...rowGroupProps} className="grid-head">
      <HeadRow node={node} state={state} row={row} />
    </div>
  );
}

type HeadRowProps = { node: GridNode; state: GridState; row: { current: HTMLDivElement | null } };

function HeadRow({ node, state, row }: HeadRowProps) {
  const { rowProps } = useTableHeaderRow({ node, isVirtualized: true }, state, row);
  return (
    <div {...rowProps} ref={row} className="grid-row">
      {state.collection.columns.map((column) => (
        <Heading key={column.key} node={column} state={state} />
      ))}
    </div>
  );
}

function Heading({ node, state }: { node: GridNode; state: GridState }) {
  const cell = useRef<HTMLDivElement>(null);
  const { columnHeaderProps } = useTableColumnHeader({ node, isVirtualized: true }, state, cell);
  return (
    <div {...columnHeaderProps} ref={cell} className={`heading ${node.key}`}>
      {node.key === 'select' ? <SelectAll state={state} /> : <Name node={node} state={state} />}
    </div>
  );
}

function Name({ node, state }: { node: GridNode; state: GridState }) {
  if (node.key === 'actions') return <span className="unseen">{node.textValue}</span>;
  const { sortDescriptor } = state;
  const arrow = sortDescriptor?.direction === 'ascending' ? ' ▴' : ' ▾';
  return (
    <>
      {node.textValue}
      {sortDescriptor?.column === node.key && <span aria-hidden="true">{arrow}</span>}
    </>
  );
}

function SelectAll({ state }: { state: GridState }) {
  const { checkboxProps } = useTableSelectAllCheckbox(state);
  return <SelectBox {...checkboxProps} />;
}
