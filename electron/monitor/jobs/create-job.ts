import type { Session } from '../../account/session.ts';
import { succeeded } from '../../contract/failure.ts';
import type { JobResult, PlannedSubUser } from '../../contract/job.ts';
import { generatePassword } from '../../contract/password.ts';
import type { SubUser } from '../../contract/sub-user.ts';
import type { OxylabsClient } from '../../oxylabs/client.ts';
import type { SubUserListAccess } from '../sub-user-list.ts';
import type { Job, JobItem } from './job.ts';
import { settleByList } from './settle.ts';

type Parts = {
  list: SubUserListAccess;
  session: Pick<Session, 'call'>;
  client: Pick<OxylabsClient, 'createSubUser'>;
  /** A whole number from 0 to n - 1 by a cryptographic generator. */
  below: (count: number) => number;
  /** The names that were there before, from a list read just now. */
  before: ReadonlySet<string>;
};

export type CreateJob = Job & {
  /** The passwords that were made here, by name. They are in no view: the report alone has them. */
  passwords: ReadonlyMap<string, string>;
};

/**
 * One POST for each that is not there yet, so that a second run of the same file creates nothing twice, whatever
 * became of the first.
 */
export function createJob(parts: Parts, planned: readonly PlannedSubUser[]): CreateJob {
  const { list, session, client, below, before } = parts;
  const passwords = new Map<string, string>();
  const seen = new Set<string>();
  const items = planned.map(({ password, ...plan }): JobItem => {
    const { username } = plan;
    const twice = seen.has(username);
    seen.add(username);
    if (before.has(username)) return { username, id: null, step: { skip: 'It is there already.' } };
    if (twice) return { username, id: null, step: { skip: 'The name comes twice.' } };
    const wanted = { ...plan, password: password ?? generatePassword(below) };
    const item: JobItem = {
      username,
      id: null,
      step: {
        async send() {
          const created = await session.call((who) => client.createSubUser(who, wanted));
          if (!created.ok) return created;
          item.id = created.value.id;
          return succeeded(null);
        },
      },
    };
    if (password === null) passwords.set(username, wanted.password);
    return item;
  });
  return {
    kind: 'create',
    title: `Creating ${planned.length} sub-users`,
    items,
    passwords,
    async settle(ends) {
      const wasDone = ({ username }: JobItem, listed: readonly SubUser[]) =>
        listed.some((each) => each.username === username) ? 'yes' : 'no';
      const results = await settleByList({ items, ends, list, changed: (subUser) => subUser, wasDone });
      for (const name of notCreated(results)) passwords.delete(name);
      return results;
    },
  };
}

function notCreated(results: readonly JobResult[]): string[] {
  // One whose fate is unknown may be there: its password is worth keeping.
  return results
    .filter(({ outcome }) => outcome !== 'done' && outcome !== 'unknown')
    .map(({ username }) => username);
}
