import { useSyncExternalStore } from 'react';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Bridge } from '../../electron/contract/bridge.ts';
import type { CommandFailure } from '../../electron/contract/failure.ts';
import { receivedChange } from '../../electron/contract/sent-change.ts';
import type { SliceName, Snapshot, SnapshotChange } from '../../electron/contract/snapshot.ts';
import { withSubUserRows } from '../../electron/contract/sub-user-rows.ts';

/** Holds the slices that a window subscribed to. */
export type Mirrored<Name extends SliceName> = Pick<Snapshot, Name>;

export type Mirror<Name extends SliceName> = {
  /** Selects a value from the mirror, and renders again when it changes. */
  useMirror: <Value>(select: (mirror: Mirrored<Name>) => Value) => Value;
  /** Resolves once the mirror can be read: to null, or to why main refused. */
  opened: Promise<CommandFailure | null>;
  /** Returns what is mirrored now, once it can be read. */
  current: () => Mirrored<Name>;
};

/**
 * Subscribes to slices and mirrors them. The window mounts after `opened`, so every slice is present from the first render
 * and no component invents a default.
 */
export function openMirror<const Name extends SliceName>(
  names: readonly Name[],
  bridge: Bridge,
): Mirror<Name> {
  let store: StoreApi<Mirrored<Name>> | null = null;
  const early: SnapshotChange[] = [];
  const receive = createReceiver(names);

  // Listens before it asks, so that no change is lost in between.
  bridge.onChange((sent) => {
    const change = receivedChange(sent);
    if (store === null) early.push(change);
    else store.setState(receive(change, store.getState()));
  });

  function openedStore(): StoreApi<Mirrored<Name>> {
    if (store === null) throw new Error('The window was mounted before its mirror was open.');
    return store;
  }

  async function open(): Promise<CommandFailure | null> {
    const outcome = await bridge.command('subscribe', { slices: [...names] });
    if (!outcome.ok) return outcome.failure;
    const change = receivedChange(outcome.value);
    const { slices } = change;
    if (!hasAll(slices, names)) return { kind: 'internal' };
    receive(change, slices);
    store = createStore(() => slices);
    for (const later of early.splice(0)) store.setState(receive(later, store.getState()));
    return null;
  }

  return {
    useMirror(select) {
      const { subscribe, getState } = openedStore();
      const read = () => select(getState());
      return useSyncExternalStore(subscribe, read, read);
    },
    current: () => openedStore().getState(),
    opened: open().catch(() => ({ kind: 'internal' }) as const),
  };
}

/** Returns a function that merges a change at once, and drops slices older than those it has. */
function createReceiver<Name extends SliceName>(names: readonly Name[]) {
  const revisions = new Map<SliceName, number>();
  const revisionOf = (name: SliceName) => revisions.get(name) ?? Number.NEGATIVE_INFINITY;

  return function receive(
    { revision, slices, subUserRows }: SnapshotChange,
    mirror: Partial<Snapshot>,
  ): Partial<Mirrored<Name>> {
    const news: Partial<Snapshot> = {};
    for (const name of names) {
      if (!(name in slices) || revision < revisionOf(name)) continue;
      Object.assign(news, { [name]: slices[name] });
      revisions.set(name, revision);
    }
    const { subUsers } = mirror;
    if (subUserRows !== undefined && subUsers !== undefined && revision > revisionOf('subUsers')) {
      revisions.set('subUsers', revision);
      news.subUsers = withSubUserRows(subUsers, subUserRows);
    }
    return news;
  };
}

function hasAll<Name extends SliceName>(
  slices: Partial<Snapshot>,
  names: readonly Name[],
): slices is Partial<Snapshot> & Mirrored<Name> {
  return names.every((name) => slices[name] !== undefined);
}
