/** One row of the fault matrix: what goes wrong, and what must be true then. */
export type Fault = { fault: string; expected: string };

/** The rows of one area, by their short names. */
export type FaultArea<Id extends string = string> = { area: string; faults: Record<Id, Fault> };

/**
 * The title of a test that proves a row: `fault network/refused: what must be true`. `npm test` holds the titles of the tests
 * that passed against the matrix, so a row without a test fails it.
 */
export function proves<Id extends string>({ area, faults }: FaultArea<Id>, id: Id, detail = ''): string {
  return `fault ${area}/${id}: ${faults[id].expected}${detail === '' ? '' : ` (${detail})`}`;
}
