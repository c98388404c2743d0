import { useTableRowGroup } from 'react-aria/useTable';
import type { GridState, SubUserCollection } from './collection.ts';
import { rowHeightPx } from './columns.ts';
import { useRowWindow } from './row-window.ts';
import { type RowContext, SubUserRow } from './sub-user-row.tsx';

type GridRowsProps = {
  frame: { current: HTMLDivElement | null };
  collection: SubUserCollection;
  state: GridState;
  context: RowContext;
};

/** The rows in view. Scrolling renders this alone, and of its rows only those that come into view. */
export function GridRows({ frame, collection, state, context }: GridRowsProps) {
  const { rowGroupProps } = useTableRowGroup();
  const { first, end } = useRowWindow(frame);
  const shown: number[] = [];
  for (let index = first; index < Math.min(end, collection.size); index += 1) shown.push(index);
  // The row with the focus stays in the page: elsewhere it would lose it.
  const { focusedKey } = state.selectionManager;
  const kept = focusedKey === null ? null : collection.indexOf(focusedKey);
  if (kept !== null && (kept < first || kept >= end)) shown.push(kept);
  return (
    <div {...rowGroupProps} className="grid-body" style={{ height: collection.size * rowHeightPx }}>
      {shown.map((index) => {
        const node = collection.at(index);
        return node === null ? null : (
          <SubUserRow key={node.key} node={node} state={state} context={context} />
        );
      })}
    </div>
  );
}
