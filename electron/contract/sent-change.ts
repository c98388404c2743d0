import type { SentChange, Snapshot, SnapshotChange } from './snapshot.ts';

type List = { subUsers?: Snapshot['subUsers'] } & Pick<SnapshotChange, 'subUserRows'>;

/** Returns a change as it crosses to a window. */
export function sentChange({ revision, slices, ...rows }: SnapshotChange): SentChange {
  const { subUsers, ...others } = slices;
  const list: List = { ...(subUsers !== undefined && { subUsers }), ...rows };
  if (Object.keys(list).length === 0) return { revision, slices: others };
  return { revision, slices: others, list: JSON.stringify(list) };
}

/** Returns the change that main sent. */
export function receivedChange({ revision, slices, list }: SentChange): SnapshotChange {
  if (list === undefined) return { revision, slices };
  const { subUsers, ...rows } = JSON.parse(list) as List;
  return { revision, slices: { ...slices, ...(subUsers !== undefined && { subUsers }) }, ...rows };
}
