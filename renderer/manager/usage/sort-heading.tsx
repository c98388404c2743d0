import { ArrowDown, ArrowUp } from 'lucide-react';
import { say } from '../../../electron/text/say.ts';
import type { TargetColumn, TargetSort } from './target-rows.ts';

type SortHeadingProps = { column: TargetColumn; sort: TargetSort; onSort: (sort: TargetSort) => void };

/** Heads a column, and sorts by it: figures from the largest first, names from A, and the other way at the next press. */
export function SortHeading({ column, sort, onSort }: SortHeadingProps) {
  const isSorted = sort.column === column;
  const first = column === 'target' ? 'ascending' : 'descending';
  const other = sort.direction === 'ascending' ? 'descending' : 'ascending';
  const Arrow = sort.direction === 'ascending' ? ArrowUp : ArrowDown;
  return (
    <th scope="col" aria-sort={isSorted ? sort.direction : 'none'}>
      <button
        type="button"
        className="sort-button"
        onClick={() => onSort({ column, direction: isSorted ? other : first })}
      >
        {say(`targets.column.${column}`)}
        {isSorted && <Arrow aria-hidden="true" />}
      </button>
    </th>
  );
}
