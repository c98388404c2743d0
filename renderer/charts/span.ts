/** Some steps of a chart in the order of their choice: where it began, and where it ends so far. */
export type Span = { anchor: number; end: number };

/** Returns the nearest step that there is. */
export function withinSteps(step: number, steps: number): number {
  return Math.min(Math.max(step, 0), steps - 1);
}

/** Returns the first and the last step of a span, whichever way it was chosen. */
export function boundsOf({ anchor, end }: Span): { first: number; last: number } {
  return { first: Math.min(anchor, end), last: Math.max(anchor, end) };
}

/**
 * Returns the span after Shift and a key: it grows or shrinks at its end, and begins at the chosen step. Null where the key
 * does nothing.
 */
export function spanAfterKey(
  key: string,
  span: Span | null,
  chosen: number | null,
  steps: number,
): Span | null {
  const last = steps - 1;
  const move = moves[key];
  if (move === undefined || last < 0) return null;
  const within = (step: number) => withinSteps(step, steps);
  const from = span ?? (chosen === null ? null : { anchor: within(chosen), end: within(chosen) });
  if (from === null) return { anchor: within(move(-1, last)), end: within(move(-1, last)) };
  return { anchor: from.anchor, end: within(move(from.end, last)) };
}

const moves: Record<string, (step: number, last: number) => number> = {
  // Without a step to begin at, to the left is from the end.
  ArrowLeft: (step, last) => (step < 0 ? last : step - 1),
  ArrowRight: (step) => step + 1,
  Home: () => 0,
  End: (_step, last) => last,
};

/** The traffic of a step; null is not known, and `atLeast` holds only a part. */
export type SpanValue = { gb: number | null; atLeast?: boolean };
export type SpanSum = {
  /** Null where no step is known, which is never zero. */
  gb: number | null;
  atLeast: boolean;
  count: number;
  unknown: number;
};

/** Returns the sum of the steps that are known, and how many are not. */
export function sumOf(values: readonly SpanValue[]): SpanSum {
  const known = values.filter(({ gb }) => gb !== null);
  return {
    gb: known.length === 0 ? null : known.reduce((sum, { gb }) => sum + (gb ?? 0), 0),
    atLeast: known.some(({ atLeast }) => atLeast === true),
    count: values.length,
    unknown: values.length - known.length,
  };
}
