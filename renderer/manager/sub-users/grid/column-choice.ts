import type { ColumnChoice, SubUserColumn } from '../../../../electron/contract/settings.ts';
import { gridColumns } from './columns.ts';

export type ChosenColumn = ColumnChoice[number];

const usualColumns: readonly ChosenColumn[] = gridColumns.flatMap(({ id, usual }) =>
  id === 'select' || id === 'actions' ? [] : [{ id, shown: usual, widthPx: null }],
);

/** Returns every column once: those of the choice in its order, each other one after the one that it usually follows. */
export function wholeChoice(choice: ColumnChoice): ChosenColumn[] {
  const all: ChosenColumn[] = choice.filter(
    ({ id }, index) => choice.findIndex((each) => each.id === id) === index,
  );
  for (const [index, column] of usualColumns.entries()) {
    if (all.some(({ id }) => id === column.id)) continue;
    const before = usualColumns[index - 1]?.id;
    all.splice(all.findIndex(({ id }) => id === before) + 1, 0, column);
  }
  return all;
}

/** Moves a column by one place. At the end of the list it stays. */
export function withMoved(choice: ColumnChoice, id: SubUserColumn, step: -1 | 1): ColumnChoice {
  const all = wholeChoice(choice);
  const from = all.findIndex((each) => each.id === id);
  const to = from + step;
  const [one, other] = [all[from], all[to]];
  if (one === undefined || other === undefined) return all;
  all[from] = other;
  all[to] = one;
  return all;
}

export function withShown(choice: ColumnChoice, id: SubUserColumn, shown: boolean): ColumnChoice {
  return wholeChoice(choice).map((each) => (each.id === id ? { ...each, shown } : each));
}

export function withWidth(choice: ColumnChoice, id: SubUserColumn, widthPx: number): ColumnChoice {
  return wholeChoice(choice).map((each) => (each.id === id ? { ...each, widthPx } : each));
}
