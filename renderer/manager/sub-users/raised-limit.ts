/** Suggests a higher limit in GB: a quarter above the limit and the usage, as a round figure. */
export function raisedLimitGb(limitGb: number, usedGb: number | null): number {
  const wanted = Math.max(limitGb, usedGb ?? 0) * 1.25;
  const step = 5 * 10 ** (Math.floor(Math.log10(wanted)) - 1);
  return Number((Math.ceil(wanted / step) * step).toPrecision(3));
}
