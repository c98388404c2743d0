/** One row of the fault matrix: the fault, and what must be true then. */
export type Fault = { fault: string; expected: string };

/** The rows of one area, by their short names. */
export type FaultArea<Id extends string = string> = { area: string; faults: Record<Id, Fault> };

/**
 * Returns the title of a test that proves a row: `fault network/refused: what must be true`. `npm test`
 * compares the titles of passed tests with the matrix and fails for a row without a test.
 */
export function proves<Id extends string>({ area, faults }: FaultArea<Id>, id: Id, detail = ''): string {
  return `fault ${area}/${id}: ${faults[id].expected}${detail === '' ? '' : ` (${detail})`}`;
}
