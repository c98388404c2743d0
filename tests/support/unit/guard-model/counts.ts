export type GuardCounts = ReturnType<typeof noGuardCounts>;

/** Counts what happened in the months that were played, and what must not happen. */
export function noGuardCounts() {
  return {
    months: 0,
    refreshes: 0,
    requests: 0,
    writes: 0,
    stops: 0,
    edits: 0,
    undone: 0,
    /** GB that flowed while packs were the limit. */
    packGb: 0,
    kills: 0,
    jumps: 0,
    /** Edits that came between the last answer of the list and a write, which nothing can see. */
    raced: 0,
    /** Edits of a limit that look as another computer's Guard would have set it. */
    lookedGiven: 0,
    /** Two computers sent the same before a list could show it to either. */
    crossed: 0,
    beyondCap: 0,
    beyondPacks: 0,
    afterUndo: 0,
    sentTwice: 0,
    grantedTwice: 0,
    exceeded: 0,
    mainUser: 0,
    overwritten: 0,
    wrongLimits: 0,
    leftDisabled: 0,
    leftEnabled: 0,
    /** One of two computers took for a user's what the other had disabled: it fails closed. */
    leftByTwo: 0,
    notes: [] as string[],
  };
}

/** Lists the counts that have to be zero. */
export const violations = [
  'beyondCap',
  'beyondPacks',
  'afterUndo',
  'sentTwice',
  'grantedTwice',
  'exceeded',
  'mainUser',
  'overwritten',
  'wrongLimits',
  'leftDisabled',
  'leftEnabled',
] as const;
