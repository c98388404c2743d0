const doubtfulGb = 1_000_000;

/** Returns whether a limit in GB looks like a number of bytes. */
export function looksLikeBytes(limitGb: number): boolean {
  return limitGb >= doubtfulGb;
}
