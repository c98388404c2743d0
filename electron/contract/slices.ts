import type { SliceName, Snapshot, SnapshotChange } from './snapshot.ts';

/** Returns the part of a change that is in the named slices, or null if there is none. */
export function pickChange(change: SnapshotChange, names: readonly SliceName[]): SnapshotChange | null {
  const { revision, subUserRows } = change;
  const slices = pickSlices(change.slices, names);
  if (subUserRows !== undefined && names.includes('subUsers')) return { revision, slices, subUserRows };
  return Object.keys(slices).length === 0 ? null : { revision, slices };
}

/** Returns the named slices that are present. */
export function pickSlices(slices: Partial<Snapshot>, names: readonly SliceName[]): Partial<Snapshot> {
  return Object.fromEntries(names.filter((name) => name in slices).map((name) => [name, slices[name]]));
}
