/** The time of day and timers, injected so that tests own both. `after` returns the function that cancels. */
export type Clock = {
  /** Returns epoch milliseconds. They jump when the clock is set. */
  now(): number;
  /** Returns milliseconds that only grow, and stand still while the computer sleeps. Waits are measured by them. */
  monotonicMs(): number;
  after(delayMs: number, run: () => void): () => void;
};

export const systemClock: Clock = {
  now: () => Date.now(),
  monotonicMs: () => performance.now(),
  after(delayMs, run) {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  },
};
