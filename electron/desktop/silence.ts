/** So many requests in a row without any answer, and how long to wait before the same remedy is tried again. */
export type SilenceRule = { most: number; pauseMs: number };

export type Silence = {
  /** A request ran into its time limit without an answer. Whether it is time for the remedy. */
  unanswered(): boolean;
  answered(): void;
};

/** Tells when silence has lasted long enough to do something about it, and not again and again. `now` is epoch milliseconds. */
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
