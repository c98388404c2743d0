import { memo } from 'react';
import { cellContents, type RowFacts } from './cells.tsx';
import { type ColumnId, endColumns, type GridColumn } from './columns.ts';

type RowProps = RowFacts & {
  index: number;
  columns: readonly GridColumn[];
  /** The ids of the grid, by which React Aria finds a row's element. */
  gridId: string | undefined;
  collectionId: string | undefined;
  isOpen: boolean;
  rowHeightPx: number;
  /** What of the row has the focus, or had it last in the grid. */
  focused: 'row' | ColumnId | null;
};

/** Shows one sub-user, without a listener: `use-row-events.ts` listens for all rows. */
export const SubUserRow = memo(function SubUserRow(props: RowProps) {
  const { subUser, index, columns, gridId, collectionId, isSelected, isOpen, rowHeightPx, focused } = props;
  const { id, status } = subUser;
  const nameId = `${gridId}-${id}`;
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows of a `table` cannot be placed one by one.
    <div
      className={`grid-row row ${status}${isSelected ? ' selected' : ''}${isOpen ? ' open' : ''}`}
      role="row"
      // The first one is the headings.
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      aria-labelledby={nameId}
      data-collection={collectionId}
      data-key={id}
      tabIndex={focused === 'row' ? 0 : -1}
      style={{ top: index * rowHeightPx }}
    >
      {columns.map((column, place) => (
        // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles support it.
        <div
          key={column.id}
          className={endColumns.has(column.id) ? `cell ${column.id} end` : `cell ${column.id}`}
          role={column.id === 'username' ? 'rowheader' : 'gridcell'}
          id={column.id === 'username' ? nameId : undefined}
          aria-colindex={place + 1}
          data-collection={collectionId}
          data-key={`${id} ${column.id}`}
          tabIndex={focused === column.id ? 0 : -1}
        >
          {cellContents[column.id](props)}
        </div>
      ))}
    </div>
  );
});
