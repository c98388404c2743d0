import { type ChosenColumn, wholeChoice } from './column-choice.ts';
import { type ColumnId, type GridColumn, gridColumns, leavingOrder } from './columns.ts';

export type ShownColumn = GridColumn & { widthPx: number };

type Placed = { column: GridColumn; chosenPx: number | null };

/**
 * Returns the columns that fit into a width, with theirs. Widths that the user chose stay, the others grow up to their most,
 * and what is left goes to the days.
 */
export function layColumns(choice: readonly ChosenColumn[], widthPx: number): ShownColumn[] {
  const placed = fitting(placedColumns(choice), widthPx);
  const least = placed.map(leastOf);
  const growth = placed.map(growthOf);
  const spare = Math.max(0, widthPx - sum(least));
  const share = Math.min(1, spare / (sum(growth) || 1));
  const widths = least.map((leastPx, index) => Math.floor(leastPx + (growth[index] ?? 0) * share));
  const rest = Math.max(0, widthPx - sum(widths));
  return placed.map(({ column, chosenPx }, index) => {
    const takesRest = column.mostPx === null && chosenPx === null;
    return { ...column, widthPx: (widths[index] ?? 0) + (takesRest ? rest : 0) };
  });
}

function placedColumns(choice: readonly ChosenColumn[]): Placed[] {
  const chosen = wholeChoice([...choice]).filter(({ shown, id }) => shown || id === 'username');
  const middle = chosen.flatMap(({ id, widthPx }) => {
    const column = columnOf(id);
    return column === undefined ? [] : [{ column, chosenPx: widthPx }];
  });
  const [first, last] = [columnOf('select'), columnOf('actions')];
  return [
    ...(first === undefined ? [] : [{ column: first, chosenPx: null }]),
    ...middle,
    ...(last === undefined ? [] : [{ column: last, chosenPx: null }]),
  ];
}

/** Leaves out columns until the others fit. */
function fitting(placed: Placed[], widthPx: number): Placed[] {
  let kept = placed;
  for (const id of leavingOrder) {
    if (sum(kept.map(leastOf)) <= widthPx) return kept;
    kept = kept.filter(({ column }) => column.id !== id);
  }
  return kept;
}

function columnOf(id: ColumnId): GridColumn | undefined {
  return gridColumns.find((each) => each.id === id);
}

function leastOf({ column, chosenPx }: Placed): number {
  return chosenPx ?? column.leastPx;
}

function growthOf({ column, chosenPx }: Placed): number {
  return chosenPx !== null || column.mostPx === null ? 0 : column.mostPx - column.leastPx;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
