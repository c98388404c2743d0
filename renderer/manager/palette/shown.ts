import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

/** What is open over any page. */
export type ShownOver = 'palette' | 'keys' | null;

const store = createStore<{ shown: ShownOver }>(() => ({ shown: null }));

export function showOver(shown: ShownOver): void {
  store.setState({ shown });
}

export function useShownOver(): ShownOver {
  return useStore(store, ({ shown }) => shown);
}
