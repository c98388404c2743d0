/** Compares two keys of a column; `sign` is 1 or -1. Unknown keys come last in either direction. */
export function compareKeys(
  one: string | number | null,
  other: string | number | null,
  sign: number,
): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  if (one === other) return 0;
  return one < other ? -sign : sign;
}
