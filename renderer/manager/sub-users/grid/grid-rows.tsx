import { useState } from 'react';
import { useTableRowGroup } from 'react-aria/useTable';
import type { GridState, SubUserCollection } from './collection.ts';
import type { RowContext } from './row-context.ts';
import { RowFigures } from './row-figures.ts';
import { createRowPlaces } from './row-places.ts';
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

/**
 * Renders the rows in view. Scrolling renders only this component and the rows that come into view, in the elements of those
 * that left it.
 */
export function GridRows({ frame, collection, state, context, openId, rowHeightPx }: GridRowsProps) {
  const { rowGroupProps } = useTableRowGroup();
  const { first, end } = useRowWindow(frame, rowHeightPx);
  const [placesOf] = useState(createRowPlaces);
  const shown: number[] = [];
  for (let index = first; index < Math.min(end, collection.size); index += 1) shown.push(index);
  // The focused row stays in the page, because it would lose the focus otherwise.
  const { focusedKey } = state.selectionManager;
  const kept = focusedKey === null ? null : collection.indexOf(focusedKey);
  if (kept !== null && (kept < first || kept >= end)) shown.push(kept);
  const nodes = shown.flatMap((index) => collection.at(index) ?? []);
  const ids = nodes.flatMap(({ value }) => value?.id ?? []);
  const places = placesOf(nodes.map(({ key }) => key));
  const figures = useRowFigures(ids);
  return (
    <RowFigures value={figures}>
      <div {...rowGroupProps} className="grid-body" style={{ height: collection.size * rowHeightPx }}>
        {nodes.map((node, index) => (
          <SubUserRow
            key={places[index]}
            node={node}
            state={state}
            context={context}
            isOpen={node.key === openId}
            rowHeightPx={rowHeightPx}
          />
        ))}
      </div>
    </RowFigures>
  );
}
