import { describeFailure } from '../../contract/failure-text.ts';
import type { JobResult } from '../../contract/job.ts';
import type { SubUser } from '../../contract/sub-user.ts';
import type { SubUserListAccess } from '../sub-user-list.ts';
import type { JobEnd, JobItem } from './job.ts';

type Written = {
  items: readonly JobItem[];
  ends: readonly JobEnd[];
  list: SubUserListAccess;
  /** A sub-user after its write; null where it is gone. */
  changed(subUser: SubUser): SubUser | null;
  /** What the list says of a write that ended unclearly. */
  wasDone(item: JobItem, listed: readonly SubUser[]): 'yes' | 'no' | 'unknown';
};

/** Shows what was done, reads the list once, and lets it tell how the unclear ones ended. */
export async function settleByList({ items, ends, list, changed, wasDone }: Written): Promise<JobResult[]> {
  const sent = ends.some((end) => end.kind === 'unclear' || end.outcome !== 'not-sent');
  show(list, changed, items, (index) => isDone(ends[index]));
  const listed = sent ? await list.readAgain() : null;
  const results = items.map((item, index) => {
    const end = ends[index];
    const told = listed?.ok ? wasDone(item, listed.value) : 'unknown';
    return end === undefined ? resultOf(item, 'not-sent', '') : settled(item, end, told);
  });
  // What only the list told. A sub-user that is gone would else be taken for a disabled one.
  show(
    list,
    changed,
    items,
    (index) => ends[index]?.kind === 'unclear' && results[index]?.outcome === 'done',
  );
  return results;
}

function isDone(end: JobEnd | undefined): boolean {
  return end?.kind === 'clear' && end.outcome === 'done';
}

function show(
  list: SubUserListAccess,
  changed: Written['changed'],
  items: readonly JobItem[],
  which: (index: number) => boolean,
): void {
  const ids = new Set(items.filter((_item, index) => which(index)).map(({ id }) => id));
  if (ids.size === 0) return;
  list.show((all) => all.flatMap((each) => (ids.has(each.id) ? (changed(each) ?? []) : each)));
}

function settled(item: JobItem, end: JobEnd, told: 'yes' | 'no' | 'unknown'): JobResult {
  if (end.kind === 'clear') return resultOf(item, end.outcome, end.detail);
  const cause = describeFailure(end.cause);
  switch (told) {
    case 'yes':
      return resultOf(item, 'done', `${cause} The list says that it was done.`);
    case 'no':
      return resultOf(item, 'failed', `${cause} The list says that it was not done.`);
    case 'unknown':
      return resultOf(item, 'unknown', `${cause} Whether it was done is not known.`);
  }
}

export function resultOf(item: JobItem, outcome: JobResult['outcome'], detail: string): JobResult {
  return { username: item.username, id: item.id, outcome, detail };
}
