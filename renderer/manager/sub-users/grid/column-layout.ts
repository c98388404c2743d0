import { type ChosenColumn, wholeChoice } from './column-choice.ts';
import { type ColumnId, type GridColumn, gridColumns, leavingOrder } from './columns.ts';

export type ShownColumn = GridColumn & { widthPx: number };

type Placed = { column: GridColumn; chosenPx: number | null };

/**
 * Returns the columns that fit into a width, with theirs. Widths that the user chose stay; of the others the name grows first,
 * then all up to their most, and what is left is spread by their parts.
 */
export function layColumns(choice: readonly ChosenColumn[], widthPx: number): ShownColumn[] {
  const placed = fitting(placedColumns(choice), widthPx);
  let widths = placed.map(leastOf);
  const steps = [
    placed.map((each) => (each.column.id === 'username' ? growthOf(each) : 0)),
    placed.map((each) => (each.column.id === 'username' ? 0 : growthOf(each))),
  ];
  for (const growth of steps) {
    const share = Math.min(1, spareOf(widths, widthPx) / (sum(growth) || 1));
    widths = widths.map((width, index) => width + Math.floor((growth[index] ?? 0) * share));
  }
  const spread = withSpare(placed, widths, widthPx);
  return placed.map(({ column }, index) => ({ ...column, widthPx: spread[index] ?? 0 }));
}

/** Returns the widths with what is left spread over the columns that the user gave none; the first takes what no part holds. */
function withSpare(placed: readonly Placed[], widths: readonly number[], widthPx: number): number[] {
  const parts = placed.map(({ column, chosenPx }) => (chosenPx === null ? column.spareParts : 0));
  const onePx = Math.floor(spareOf(widths, widthPx) / (sum(parts) || 1));
  const spread = widths.map((width, index) => width + onePx * (parts[index] ?? 0));
  const first = parts.findIndex((each) => each > 0);
  const restPx = spareOf(spread, widthPx);
  return spread.map((width, index) => (index === first ? width + restPx : width));
}

function spareOf(widths: readonly number[], widthPx: number): number {
  return Math.max(0, widthPx - sum(widths));
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
  return chosenPx === null ? column.mostPx - column.leastPx : 0;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
