/**
 * Returns how often a test repeats what chance decides, or how much it feeds: `quick` on a developer's machine, `inFull`
 * where OXYGAUGE_IN_FULL is set, as in CI.
 */
export function amount(quick: number, inFull: number): number {
  return process.env.OXYGAUGE_IN_FULL === undefined ? quick : inFull;
}
