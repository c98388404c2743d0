const range = 2 ** 32;

/** A whole number from 0 to `count` - 1 by the browser's cryptographic generator, each exactly as likely. */
export function randomBelow(count: number): number {
  const fair = range - (range % count);
  const drawn = new Uint32Array(1);
  // What lies beyond the last whole multiple would favour small numbers: draw again.
  do crypto.getRandomValues(drawn);
  while ((drawn[0] ?? 0) >= fair);
  return (drawn[0] ?? 0) % count;
}
