import type { BulkChange, JobOrder, PlannedSubUser } from '../../contract/job.ts';
import type { SubUserListAccess } from '../sub-users/sub-user-list.ts';
import type { JobRecord, OrderedRow, RecordedStep } from './job-steps.ts';

export type WriteOrder = Extract<JobOrder, { kind: 'change' | 'delete' | 'create' }>;

/** Returns what was ordered for each sub-user, with the limits as the user sees them at this moment. */
export function orderedRows(order: WriteOrder, list: Pick<SubUserListAccess, 'known'>): OrderedRow[] {
  if (order.kind === 'create') return order.subUsers.map(plannedRow);
  return order.ids.map((id) => {
    const known = list.known(id);
    return { username: known?.username ?? `#${id}`, id, seen: known?.limit ?? null, plan: null };
  });
}

function plannedRow({ username, password, limitGb, lifetime, disablesAtLimit }: PlannedSubUser): OrderedRow {
  const plan = { limitGb, lifetime, disablesAtLimit, generated: password === null };
  return { username, id: null, seen: null, plan };
}

export function taskOf(
  order: { kind: 'change'; change: BulkChange } | { kind: 'delete' | 'create' },
): JobRecord['task'] {
  return order.kind === 'change' ? { kind: 'change', change: order.change } : { kind: order.kind };
}

/** Returns the steps that end what comes twice in one order: a name in a file, an id. */
export function duplicateSteps(rows: readonly OrderedRow[]): RecordedStep[] {
  const seen = new Set<string>();
  return rows.flatMap(({ username, id }, row): RecordedStep[] => {
    const key = id === null ? username : `#${id}`;
    const twice = seen.has(key);
    seen.add(key);
    return twice ? [{ step: 'ended', row, id, outcome: 'skipped', reason: { kind: 'duplicate' } }] : [];
  });
}

/** Returns the first sub-user of each name, whose password is the one that is sent. */
export function withoutDuplicates(planned: readonly PlannedSubUser[]): PlannedSubUser[] {
  const seen = new Set<string>();
  return planned.filter(({ username }) => !seen.has(username) && seen.add(username));
}
