import { create, type UseBoundStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import type { SliceName, Snapshot, SnapshotChange } from '../../electron/contract/snapshot.ts';
import { bridge } from './bridge.ts';

/** What this window knows of main's state. A slice is absent until main told it. */
export type Mirror = Partial<Snapshot>;

export const useMirror: UseBoundStore<StoreApi<Mirror>> = create<Mirror>()(() => ({}));

/** The revision at which each slice was last told, so that an older one is dropped. */
const revisions = new Map<SliceName, number>();

/** Subscribes first and asks for the snapshot then, so that no change falls between. */
export function mirrorSlices(slices: SliceName[]): void {
  bridge.onChange(apply);
  void bridge.command('watch', { slices }).then((outcome) => {
    if (outcome.ok) apply(outcome.value);
  });
}

function apply({ revision, slices }: SnapshotChange): void {
  const news = Object.entries(slices).filter(
    ([name]) => revision >= (revisions.get(name as SliceName) ?? Number.NEGATIVE_INFINITY),
  );
  for (const [name] of news) revisions.set(name as SliceName, revision);
  useMirror.setState(Object.fromEntries(news) as Mirror);
}
