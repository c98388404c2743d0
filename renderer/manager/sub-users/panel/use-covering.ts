import { useSyncExternalStore } from 'react';

/** Below this width the details would leave too little of the grid beside them. */
const narrow = matchMedia('(width < 1000px)');

/** Returns whether the window is so narrow that the details cover the grid. */
export function useNarrowWindow(): boolean {
  return useSyncExternalStore(
    (changed) => {
      narrow.addEventListener('change', changed);
      return () => narrow.removeEventListener('change', changed);
    },
    () => narrow.matches,
  );
}
