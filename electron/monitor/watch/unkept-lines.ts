import type { LineFiles } from './history-shelf.ts';

/** Lines in memory alone: each demo has an account of its own, which is not worth remembering. */
export function unkeptLines(): LineFiles {
  const kept = new Map<string, string[]>();
  return {
    read: (name) => [...(kept.get(name) ?? [])],
    append: (name, lines) => void kept.set(name, [...(kept.get(name) ?? []), ...lines]),
    replace: (name, lines) => void kept.set(name, [...lines]),
    names: () => [...kept.keys()],
    remove: (name) => void kept.delete(name),
  };
}
