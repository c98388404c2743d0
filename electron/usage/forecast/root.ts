/** Narrower than this share of where it began, a search ends. */
const exact = 1e-6;
const mostSteps = 60;

/**
 * Returns where a growing function is 0 (or as `near` to it), or the nearer end where it is not 0 between them (the Illinois variant of
 * regula falsi, with a bisection now and then).
 */
export function rootOf(of: (x: number) => number, low: number, high: number, near = exact): number {
  let [from, to] = [low, high];
  let [below, above] = [of(from), of(to)];
  if (below >= 0) return from;
  if (above <= 0) return to;
  for (let step = 0; step < mostSteps && to - from > exact * (high - low); step += 1) {
    const at = step % 3 === 2 ? (from + to) / 2 : (from * above - to * below) / (above - below);
    const value = of(at);
    if (Math.abs(value) < near) return at;
    // The end that stays counts half, or the search would come from one side only.
    if (value < 0) [from, below, above] = [at, value, above / 2];
    else [to, above, below] = [at, value, below / 2];
  }
  return (from + to) / 2;
}
