import type { Session } from '../../account/session.ts';
import { describeFailure } from '../../contract/failure-text.ts';
import type { JobOrder, ManyChange } from '../../contract/job.ts';
import type { SubUser } from '../../contract/sub-user.ts';
import type { SubUserChanges } from '../../contract/sub-user-changes.ts';
import type { OxylabsClient } from '../../oxylabs/client.ts';
import { changedSubUser, wasChanged } from '../../usage/written.ts';
import type { SubUserListAccess } from '../sub-user-list.ts';
import type { Job, JobItem } from './job.ts';
import { settleByList } from './settle.ts';

type Parts = {
  list: SubUserListAccess;
  session: Pick<Session, 'call'>;
  client: Pick<OxylabsClient, 'updateSubUser' | 'deleteSubUser'>;
};

/** One PATCH for each, of what it lacks. The list was read just before, so that `add` adds to what is true. */
export function changeJob(parts: Parts, { ids, change }: Extract<JobOrder, { kind: 'change' }>): Job {
  const { list, session, client } = parts;
  const plans = ids.map((id) => planOf(id, list, change));
  const items = plans.map(({ id, username, changes, skip }): JobItem => {
    const send = () => session.call((who) => client.updateSubUser(who, id, changes));
    return { id, username, step: skip === null ? { send } : { skip } };
  });
  const changesById = new Map(plans.map(({ id, changes }) => [id, changes]));
  return {
    kind: 'change',
    title: `${titles(change)} ${ids.length} sub-users`,
    items,
    settle: (ends) =>
      settleByList({
        items,
        ends,
        list,
        changed: (subUser) => changedSubUser(subUser, changesById.get(subUser.id) ?? {}),
        wasDone: ({ id }, listed) =>
          wasChanged(
            listed.find((each) => each.id === id),
            changesById.get(id ?? 0) ?? {},
          ),
      }),
  };
}

/** One DELETE for each. A 404 is for the list to tell: somebody else was quicker, or the account itself is not found. */
export function deleteJob({ list, session, client }: Parts, ids: readonly number[]): Job {
  const notFound = new Set<number>();
  const items = ids.map((id): JobItem => {
    const username = list.known(id)?.username ?? `#${id}`;
    if (list.isMainUser(id)) return { id, username, step: { skip: describeFailure({ kind: 'main-user' }) } };
    const send = async () => {
      const deleted = await session.call((who) => client.deleteSubUser(who, id));
      if (!deleted.ok && deleted.failure.kind === 'not-found') notFound.add(id);
      return deleted;
    };
    return { id, username, step: { send } };
  });
  return {
    kind: 'delete',
    title: `Deleting ${ids.length} sub-users`,
    items,
    settle: (ends) =>
      settleByList({
        items,
        ends: ends.map((end, index) =>
          notFound.has(items[index]?.id ?? 0) ? { kind: 'unclear', cause: { kind: 'not-found' } } : end,
        ),
        list,
        changed: () => null,
        wasDone: ({ id }, listed) => (listed.some((each) => each.id === id) ? 'no' : 'yes'),
      }),
  };
}

type Plan = { id: number; username: string; changes: SubUserChanges; skip: string | null };

function planOf(id: number, list: SubUserListAccess, change: ManyChange): Plan {
  const subUser = list.known(id);
  const username = subUser?.username ?? `#${id}`;
  if (subUser === undefined) return { id, username, changes: {}, skip: 'It is not in the list any more.' };
  if (change.what === 'status' && change.status === 'disabled' && list.isMainUser(id)) {
    return { id, username, changes: {}, skip: describeFailure({ kind: 'main-user' }) };
  }
  const changes = changesOf(subUser, change);
  if (typeof changes === 'string') return { id, username, changes: {}, skip: changes };
  return { id, username, changes, skip: wasChanged(subUser, changes) === 'yes' ? 'It is so already.' : null };
}

/** What is sent for one of them; or why it has no sense for it. */
function changesOf({ limit }: SubUser, change: ManyChange): SubUserChanges | string {
  switch (change.what) {
    case 'limit':
      return { limitGb: change.limitGb };
    case 'status':
      return { status: change.status };
    case 'disables-at-limit':
      return { disablesAtLimit: change.disablesAtLimit };
    case 'add':
      if (limit.kind === 'unlimited') return 'It is unlimited: there is nothing to add to.';
      if (limit.kind === 'unknown') return 'Its limit is not known: there is nothing to add to.';
      return { limitGb: (limit.kind === 'gb' ? limit.limitGb : 0) + change.gb };
  }
}

function titles(change: ManyChange): string {
  switch (change.what) {
    case 'limit':
      return 'Setting the limit of';
    case 'add':
      return 'Raising the limit of';
    case 'status':
      return change.status === 'active' ? 'Enabling' : 'Disabling';
    case 'disables-at-limit':
      return change.disablesAtLimit ? 'Setting “disable at limit” of' : 'Unsetting “disable at limit” of';
  }
}
