/** A search ends after this number of steps, which halve the rest each where nothing else does. */
const mostSteps = 60;
/** What a probability is taken for where it is certain, as the logarithm of its odds. */
const certain = 12;

/**
 * Where a growing probability is searched for: between `low`, where it is next to nothing, and `high`, where it is
 * `highest`; to within `near` of the logarithm of the odds, or `width` of the place.
 */
export type Search = { low: number; high: number; highest: number; near: number; width: number };

/**
 * Returns where a growing probability is the wanted one, or `high` where it stays below. By Chandrupatla's method on the
 * logarithm of the odds, which is nearly a straight line where the probability itself is a step.
 */
export function whereProbable(
  probabilityAt: (x: number) => number,
  wanted: number,
  { low, high, highest, near, width }: Search,
): number {
  const target = logOdds(wanted);
  // The newest point, the one on the other side of the root, and the one that was left out last.
  let x = high;
  let y = logOdds(highest) - target;
  if (y <= near) return high;
  let otherX = low;
  let otherY = -certain - target;
  let lastX = x;
  let lastY = y;
  let step = y / (y - otherY);
  for (let steps = 0; steps < mostSteps && Math.abs(otherX - x) > width; steps += 1) {
    // No step ends nearer to one side than the width, so that both sides move.
    const least = Math.min(0.5, width / Math.abs(otherX - x));
    const nextX = x + Math.min(1 - least, Math.max(least, step)) * (otherX - x);
    const nextY = logOdds(probabilityAt(nextX)) - target;
    if (Math.abs(nextY) < near) return nextX;
    const isSameSide = nextY > 0 === y > 0;
    lastX = isSameSide ? x : otherX;
    lastY = isSameSide ? y : otherY;
    otherX = isSameSide ? otherX : x;
    otherY = isSameSide ? otherY : y;
    x = nextX;
    y = nextY;
    step = share(x, y, otherX, otherY, lastX, lastY);
  }
  return x - (y * (otherX - x)) / (otherY - y);
}

/** Returns the next step as a share of the way to the other side: by inverse quadratic interpolation where it is safe, else half. */
function share(x: number, y: number, otherX: number, otherY: number, lastX: number, lastY: number): number {
  const place = (x - otherX) / (lastX - otherX);
  const height = (y - otherY) / (lastY - otherY);
  if (height * height >= place || (1 - height) ** 2 >= 1 - place) return 0.5;
  return (
    (y / (otherY - y)) * (lastY / (otherY - lastY)) +
    ((lastX - x) / (otherX - x)) * (y / (lastY - y)) * (otherY / (lastY - otherY))
  );
}

function logOdds(probability: number): number {
  const odds = Math.log(probability / (1 - probability));
  return Math.min(certain, Math.max(-certain, odds));
}
