/** The limit that all sub-users have when the user orders. */
export const seenGb = 10;
export const addedGb = 5;
export const fixedGb = 33;
/** How old the list may be when a row is written. */
export const momentMs = 2_000;

export type Counts = Record<
  | 'rounds'
  | 'kills'
  | 'rows'
  | 'done'
  | 'uncertain'
  | 'unknown'
  | 'failed'
  | 'skipped'
  | 'doubled'
  | 'lost'
  | 'wrong'
  | 'overwritten',
  number
> & { notes: string[] };

export function noCounts(): Counts {
  return {
    rounds: 0,
    kills: 0,
    rows: 0,
    done: 0,
    uncertain: 0,
    unknown: 0,
    failed: 0,
    skipped: 0,
    doubled: 0,
    lost: 0,
    wrong: 0,
    overwritten: 0,
    notes: [],
  };
}
