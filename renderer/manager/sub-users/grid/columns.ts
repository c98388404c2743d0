import type { SubUserColumn, SubUserView } from '../../../../electron/contract/settings.ts';

export type ColumnId = SubUserColumn | 'select' | 'actions';

export type GridColumn = {
  id: ColumnId;
  /** The order of a first press on the heading: figures show the largest first. Null: it cannot be ordered by. */
  firstOrder: SubUserView['direction'] | null;
  leastPx: number;
  mostPx: number;
  /** Its part of the width that is left where all have their most. */
  spareParts: number;
  /** Shown in a new profile. */
  usual: boolean;
};

const figure = { firstOrder: 'descending', spareParts: 1, usual: true } as const;

/** The grid's columns, in the order of a new profile. */
export const gridColumns = [
  { id: 'select', firstOrder: null, leastPx: 34, mostPx: 34, spareParts: 0, usual: true },
  {
    id: 'username',
    firstOrder: 'ascending',
    leastPx: 150,
    mostPx: 300,
    spareParts: 3,
    usual: true,
  },
  { ...figure, id: 'traffic', leastPx: 76, mostPx: 120 },
  { ...figure, id: 'limit', leastPx: 80, mostPx: 120 },
  { ...figure, id: 'share', leastPx: 124, mostPx: 220, spareParts: 2 },
  { id: 'days', firstOrder: null, leastPx: 82, mostPx: 110, spareParts: 1, usual: true },
  {
    id: 'runsOut',
    // Only the rows in view have a forecast: to make one for each of thousands takes seconds.
    firstOrder: null,
    leastPx: 80,
    mostPx: 120,
    spareParts: 1,
    usual: true,
  },
  {
    ...figure,
    id: 'disablesAtLimit',
    leastPx: 110,
    mostPx: 140,
    usual: false,
  },
  { ...figure, id: 'lifetime', leastPx: 96, mostPx: 130, usual: false },
  { ...figure, id: 'created', leastPx: 110, mostPx: 140, usual: false },
  { id: 'actions', firstOrder: null, leastPx: 36, mostPx: 36, spareParts: 0, usual: true },
] as const satisfies GridColumn[];

/** The first to be left out where the window is too narrow. Those that are not named always stay. */
export const leavingOrder: readonly ColumnId[] = [
  'created',
  'lifetime',
  'disablesAtLimit',
  'days',
  'runsOut',
  'limit',
];

/** Figures stand at the end of their column, digit below digit. */
export const endColumns: ReadonlySet<unknown> = new Set<ColumnId>(['traffic', 'limit', 'runsOut', 'created']);

export const headingHeightPx = 28;
