import type { Attention } from '../attention/attention.ts';

/** More rows of one kind than this are one group. */
const mostApart = 20;
/** Of a group that is shown, this many rows. */
export const mostShown = 100;

/** Rows of one kind; `kind` is null where they are few enough to stand by themselves. */
export type ActiveGroup = { key: string; kind: 'over' | 'at-limit' | 'near' | null; rows: Attention[] };

/** Returns what needs attention in groups, the worst first. */
export function activeGroups(found: readonly Attention[]): ActiveGroup[] {
  const groups: ActiveGroup[] = [];
  for (const each of found) {
    const last = groups.at(-1);
    if (last?.key.startsWith(`${each.kind} `)) last.rows.push(each);
    else groups.push({ key: `${each.kind} ${groups.length}`, kind: null, rows: [each] });
  }
  return groups.map((group) =>
    group.rows.length > mostApart ? { ...group, kind: kindOf(group.rows) } : group,
  );
}

function kindOf([first]: readonly Attention[]): ActiveGroup['kind'] {
  return first !== undefined && 'subUser' in first ? first.kind : null;
}
