const range = 2 ** 32;

/** Returns a uniformly random whole number from 0 to `count` - 1, from the browser's cryptographic generator. */
export function randomBelow(count: number): number {
  const fair = range - (range % count);
  const drawn = new Uint32Array(1);
  // Values beyond the last whole multiple would favour small numbers, so they are drawn again.
  do crypto.getRandomValues(drawn);
  while ((drawn[0] ?? 0) >= fair);
  return (drawn[0] ?? 0) % count;
}
