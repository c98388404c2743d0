let shown: readonly string[] = [];
const listeners = new Set<() => void>();

function change(next: readonly string[]): void {
  shown = next;
  for (const listener of listeners) listener();
}

/** Holds the ids of the checks that an open form shows, so that the window does not repeat them. */
export const shownChecks = {
  current: () => shown,
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  add: (id: string) => change([...shown, id]),
  remove: (id: string) => change(shown.filter((each) => each !== id)),
};
