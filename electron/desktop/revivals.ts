/** How often something may be brought back before that is given up. */
export type RevivalRule = { most: number; withinMs: number };

export type Revivals = {
  /** It has ended: whether to bring it back once more. */
  mayRevive(): boolean;
};

/**
 * Counts how often something came to its end. What ends again and again within a short time does so for a reason that
 * bringing it back does not take away; what ends now and then is brought back for ever. `now` is in epoch milliseconds.
 */
export function createRevivals({ most, withinMs }: RevivalRule, now: () => number): Revivals {
  let endings: number[] = [];
  return {
    mayRevive() {
      const at = now();
      endings = [...endings.filter((earlier) => at - earlier < withinMs && earlier <= at), at];
      return endings.length <= most;
    },
  };
}
