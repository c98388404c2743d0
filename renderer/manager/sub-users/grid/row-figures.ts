import { createContext } from 'react';

/** Holds what only the rows in view have, read for them: their recent days, and when they reach their limit. */
export type RowFigureMaps = {
  days: ReadonlyMap<number, readonly (number | null)[]>;
  reachesAt: ReadonlyMap<number, number | null>;
};

export const noFigures: RowFigureMaps = { days: new Map(), reachesAt: new Map() };

export const RowFigures = createContext(noFigures);
