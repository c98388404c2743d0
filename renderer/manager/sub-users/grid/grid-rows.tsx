import { useTableRowGroup } from 'react-aria/useTable';
import type { GridState, SubUserCollection } from './collection.ts';
import type { RowContext } from './row-context.ts';
import { RowFigures } from './row-figures.ts';
import { useRowWindow } from './row-window.ts';
import { SubUserRow } from './sub-user-row.tsx';
import { useRowFigures } from './use-row-figures.ts';

type GridRowsProps = {
  frame: { current: HTMLDivElement | null };
  collection: SubUserCollection;
  state: GridState;
  context: RowContext;
  /** The sub-user whose details are open. */
  openId: number | null;
  rowHeightPx: number;
};

/** Renders the rows in view. Scrolling renders only this component, and only the rows that come into view. */
export function GridRows({ frame, collection, state, context, openId, rowHeightPx }: GridRowsProps) {
  const { rowGroupProps } = useTableRowGroup();
  const { first, end } = useRowWindow(frame, rowHeightPx);
  const shown: number[] = [];
  for (let index = first; index < Math.min(end, collection.size); index += 1) shown.push(index);
  // The focused row stays in the page, because it would lose the focus otherwise.
  const { focusedKey } = state.selectionManager;
  const kept = focusedKey === null ? null : collection.indexOf(focusedKey);
  if (kept !== null && (kept < first || kept >= end)) shown.push(kept);
  const ids = shown.flatMap((index) => collection.at(index)?.value?.id ?? []);
  const figures = useRowFigures(ids);
  return (
    <RowFigures value={figures}>
      <div {...rowGroupProps} className="grid-body" style={{ height: collection.size * rowHeightPx }}>
        {shown.map((index) => {
          const node = collection.at(index);
          return node === null ? null : (
            <SubUserRow
              key={node.key}
              node={node}
              state={state}
              context={context}
              isOpen={node.key === openId}
              rowHeightPx={rowHeightPx}
            />
          );
        })}
      </div>
    </RowFigures>
  );
}
