/** How many requests in a row stay unanswered before the remedy, and how long until it is tried again. */
export type SilenceRule = { most: number; pauseMs: number };

export type Silence = {
  /** Counts a request that timed out without an answer, and returns whether the remedy is due. */
  unanswered(): boolean;
  answered(): void;
};

/** Decides when silence has lasted long enough to act on it, at most once a pause. `now` is epoch milliseconds. */
export function createSilence({ most, pauseMs }: SilenceRule, now: () => number): Silence {
  let inARow = 0;
  let triedAt = Number.NEGATIVE_INFINITY;
  return {
    unanswered() {
      inARow += 1;
      if (inARow < most || now() - triedAt < pauseMs) return false;
      inARow = 0;
      triedAt = now();
      return true;
    },
    answered() {
      inARow = 0;
    },
  };
}
