/** How many crashes within a time are answered with a restart. */
export type CrashBudgetRule = { most: number; withinMs: number };

export type CrashBudget = {
  /** Counts a crash, and returns whether to restart once more. */
  mayRestart(): boolean;
};

/**
 * Counts crashes. Several within a short time have a cause that a restart does not remove, while occasional ones are always
 * answered with a restart; `now` is epoch milliseconds.
 */
export function createCrashBudget({ most, withinMs }: CrashBudgetRule, now: () => number): CrashBudget {
  let endings: number[] = [];
  return {
    mayRestart() {
      const at = now();
      endings = [...endings.filter((earlier) => at - earlier < withinMs && earlier <= at), at];
      return endings.length <= most;
    },
  };
}
