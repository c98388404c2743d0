type Figure = { period: string; gb: number };

/** What was read of a sub-user's traffic: the last figure, how often in a row none fell, and the last of another period. */
export type Seen = Figure & { steady: number; previous: Figure | null };

/** A figure that fell was corrected, or comes from a server that lags; it is believed once this many more agree. */
const enough = 3;
/** The noise of rounding. */
const toleranceGb = 0.005;

/** Returns what is known after a first figure. */
export function firstSeen({ period, gb }: Figure, previous: Figure | null = null): Seen {
  return { period, gb, steady: enough, previous };
}

/** Returns what is known after another figure. Traffic only grows within a period. */
export function seenAfter(before: Seen | undefined, figure: Figure): Seen {
  if (before === undefined) return firstSeen(figure);
  if (before.period !== figure.period) return firstSeen(figure, before);
  const fell = figure.gb < before.gb - toleranceGb;
  return { ...before, gb: figure.gb, steady: fell ? 0 : before.steady + 1 };
}

export function isSound({ steady }: Seen): boolean {
  return steady >= enough;
}
