/** How many requests in a row stay unanswered before the remedy, and how long until it is tried again. */
export type SilenceRule = { most: number; pauseMs: number };

export type Silence = {
  /** Counts a request that is sent. Each ends with one of the others. */
  asked(): void;
  /** Counts a request that timed out without an answer, and returns whether the remedy is due. */
  unanswered(): boolean;
  answered(): void;
};

/**
 * Decides when silence has lasted long enough to act on it, at most once a pause, and never while a request is under way,
 * which the remedy would cut: it may be another account's write. `now` is epoch milliseconds.
 */
export function createSilence({ most, pauseMs }: SilenceRule, now: () => number): Silence {
  let underWay = 0;
  let inARow = 0;
  let triedAt = Number.NEGATIVE_INFINITY;
  return {
    asked() {
      underWay += 1;
    },
    unanswered() {
      underWay -= 1;
      inARow += 1;
      if (underWay > 0 || inARow < most || now() - triedAt < pauseMs) return false;
      inARow = 0;
      triedAt = now();
      return true;
    },
    answered() {
      underWay -= 1;
      inARow = 0;
    },
  };
}
