import type { Key } from 'react-aria-components';

/**
 * Creates a function that gives each shown row a place among the elements of the page. A row keeps its place for as long as it
 * is shown, and the next one takes over what a row has left, which is quicker than a new element.
 */
export function createRowPlaces(): (shown: readonly Key[]) => number[] {
  let taken = new Map<Key, number>();
  return (shown) => {
    const next = new Map<Key, number>();
    for (const key of shown) {
      const place = taken.get(key);
      if (place !== undefined) next.set(key, place);
    }
    const kept = new Set(next.values());
    let free = 0;
    for (const key of shown) {
      if (next.has(key)) continue;
      while (kept.has(free)) free += 1;
      next.set(key, free);
      free += 1;
    }
    taken = next;
    return shown.map((key) => next.get(key) ?? 0);
  };
}
