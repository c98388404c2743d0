import { useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Ask } from './sub-users/open.ts';

/** Describes what one page was asked to do by another place, such as the palette. */
export type Requests = {
  /** A dialog of the sub-users' page. */
  ask: Ask;
  /** The label of a setting. */
  setting: string | null;
  /** The sub-users for which a rule is to be set. */
  ruleFor: readonly number[] | null;
  /** The name of a sub-user, of which Guard's journal is to be shown. */
  journalOf: string | null;
};

const store = createStore<Requests>(() => ({ ask: null, setting: null, ruleFor: null, journalOf: null }));

export function request(wanted: Partial<Requests>): void {
  store.setState(wanted);
}

/** Calls `take` once with what this page was asked to do, also if it opens for it. */
export function useRequest<Name extends keyof Requests>(
  name: Name,
  take: (wanted: NonNullable<Requests[Name]>) => void,
): void {
  const wanted = useStore(store, (requests) => requests[name]);
  useEffect(() => {
    if (wanted === null) return;
    store.setState({ [name]: null });
    take(wanted);
  }, [name, wanted, take]);
}
