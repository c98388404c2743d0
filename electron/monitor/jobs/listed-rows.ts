import type { SubUser } from '../../contract/sub-user.ts';
import type { JobRow } from './job-steps.ts';

type Index = { byId: Map<number, SubUser>; byName: Map<string, SubUser> };

/** One index for each reading: a job of thousands looks up each row in it. */
const indexes = new WeakMap<readonly SubUser[], Index>();

/** Finds the sub-user of a row in a list that was read: a new one by its name, the others by their id. */
export function findIn(listed: readonly SubUser[], { plan, id, username }: JobRow): SubUser | undefined {
  let index = indexes.get(listed);
  if (index === undefined) {
    index = {
      byId: new Map(listed.map((each) => [each.id, each])),
      byName: new Map(listed.map((each) => [each.username, each])),
    };
    indexes.set(listed, index);
  }
  if (plan !== null) return index.byName.get(username);
  return id === null ? undefined : index.byId.get(id);
}
