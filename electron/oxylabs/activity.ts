import type { ActivityEntry, ActivityNews, Exchange, SentRequest } from '../contract/activity.ts';
import { activityBounds } from '../contract/activity-bounds.ts';
import type { Recorder } from './recorder.ts';

/** Keeps the last requests of this run in memory. */
export type Activity = {
  recorder: Recorder;
  /** Returns the entries that changed after a revision, oldest first. */
  since(revision: number): ActivityNews;
  find(number: number): Exchange | null;
  /** Calls back after each change, until the returned function is called. */
  subscribe(listener: () => void): () => void;
  /** Forgets all requests. Those under way leave no trace. */
  clear(): void;
};

type Kept = Exchange & { revision: number; bytes: number };

export type ActivityParts = { now: () => number; bounds?: { entries: number; bytes: number } };

/** Opens the record of requests: a ring of bounded length and size, without secrets, and never on disk. */
export function openActivity({ now, bounds = activityBounds }: ActivityParts): Activity {
  let kept: Kept[] = [];
  let bytes = 0;
  let lastNumber = 0;
  let revision = 0;
  const listeners = new Set<() => void>();

  /** Puts a changed record in the place of its predecessor, unless that was dropped. */
  function put(next: Exchange): void {
    const index = kept.findLastIndex(({ entry }) => entry.number === next.entry.number);
    if (index === -1) return;
    revision += 1;
    const record = { ...next, revision, bytes: bytesOf(next) };
    bytes += record.bytes - (kept[index]?.bytes ?? 0);
    kept[index] = record;
    trim();
    for (const listener of [...listeners]) listener();
  }

  function trim(): void {
    while (kept.length > bounds.entries || (bytes > bounds.bytes && kept.length > 1))
      bytes -= kept.shift()?.bytes ?? 0;
  }

  function begin(request: SentRequest) {
    lastNumber += 1;
    const number = lastNumber;
    const at = now();
    let current: Exchange = { entry: begun(number, at, request), tries: [], answer: null };
    kept.push({ ...current, revision: 0, bytes: 0 });
    const change = (entry: Partial<ActivityEntry>, rest: Partial<Exchange> = {}) => {
      current = { ...current, ...rest, entry: { ...current.entry, ...entry } };
      put(current);
    };
    change({});
    return {
      tried(view, answer) {
        const { bytes: before, tries } = current.entry;
        change(
          { status: view.status, tries: tries + 1, bytes: before + view.bytes },
          { tries: [...current.tries, view], answer },
        );
      },
      ended(failure) {
        change({ durationMs: Math.max(0, now() - at), outcome: failure ?? 'done' });
      },
    } satisfies ReturnType<Recorder['begin']>;
  }

  return {
    recorder: { answerChars: activityBounds.answerChars, begin },
    since: (seen) => ({
      revision,
      oldest: kept[0]?.entry.number ?? lastNumber + 1,
      entries: kept.filter((each) => each.revision > seen).map(({ entry }) => entry),
    }),
    find(number) {
      const found = kept.find(({ entry }) => entry.number === number);
      return found === undefined ? null : { entry: found.entry, tries: found.tries, answer: found.answer };
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    clear() {
      kept = [];
      bytes = 0;
      revision += 1;
      for (const listener of [...listeners]) listener();
    },
  };
}

function begun(number: number, at: number, request: SentRequest): ActivityEntry {
  return { number, at, request, status: null, tries: 0, durationMs: null, bytes: 0, outcome: 'under-way' };
}

/** Returns about what a record takes in memory: two bytes a character, and its objects. */
function bytesOf({ entry, tries, answer }: Exchange): number {
  const { path, username, body } = entry.request;
  const fields = Object.entries(body?.fields ?? {}).reduce(
    (sum, [name, value]) => sum + name.length + `${value}`.length,
    0,
  );
  const { outcome } = entry;
  const said =
    typeof outcome === 'object' && outcome.kind === 'rejected' ? (outcome.message?.length ?? 0) : 0;
  const characters = path.length + (username?.length ?? 0) + fields + said + (answer?.text.length ?? 0);
  return 500 + 200 * tries.length + 2 * characters;
}
