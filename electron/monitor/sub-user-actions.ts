import type { Session } from '../account/session.ts';
import type { CommandHandlers } from '../contract/commands.ts';
import {
  type ApiFailure,
  type CommandFailure,
  failed,
  type Outcome,
  succeeded,
} from '../contract/failure.ts';
import type { SubUser } from '../contract/sub-user.ts';
import type { OxylabsClient } from '../oxylabs/client.ts';
import { changedSubUser, createdSubUser, sameState, wasChanged } from '../usage/written.ts';
import type { SubUserListAccess } from './sub-user-list.ts';
import { isUnclear } from './unclear.ts';

export type SubUserActionParts = {
  list: SubUserListAccess;
  session: Pick<Session, 'call'>;
  client: Pick<OxylabsClient, 'createSubUser' | 'updateSubUser' | 'deleteSubUser'>;
  now: () => number;
};

type Names = 'createSubUser' | 'updateSubUser' | 'deleteSubUser';

/**
 * The three writes. Each is sent once. What the API accepted is shown at once; after an unclear failure the list is
 * read again and the answer says what is now true.
 */
export function createSubUserActions({ list, session, client, now }: SubUserActionParts) {
  async function unclear(
    cause: ApiFailure,
    wasDone: (listed: readonly SubUser[]) => 'yes' | 'no' | 'unknown',
  ): Promise<Outcome<never, CommandFailure>> {
    if (!isUnclear(cause)) return failed(cause);
    const listed = await list.readAgain();
    return failed({ kind: 'unclear-write', cause, done: listed.ok ? wasDone(listed.value) : 'unknown' });
  }

  const forget = (id: number) => list.show((all) => all.filter((each) => each.id !== id));

  /** A 404 may be about the whole account: only a list without the sub-user tells that it is gone. */
  async function forgetIfGone(id: number): Promise<boolean> {
    const listed = await list.readAgain();
    const gone = listed.ok && !listed.value.some((each) => each.id === id);
    if (gone) forget(id);
    return gone;
  }

  return {
    async createSubUser(wanted) {
      const { username } = wanted;
      const before = list.mayHold(username);
      const created = await session.call((who) => client.createSubUser(who, wanted));
      if (!created.ok) {
        return unclear(created.failure, (listed) => {
          if (!listed.some((each) => each.username === username)) return 'no';
          // One of that name was there before, or may have been: whose it is cannot be told.
          return before ? 'unknown' : 'yes';
        });
      }
      const { id } = created.value;
      if (id === null) await list.readAgain();
      else list.show((subUsers) => [...subUsers, createdSubUser(id, wanted, now())]);
      return created;
    },

    async updateSubUser({ id, changes, seen }) {
      if (changes.status === 'disabled' && list.isMainUser(id)) return failed({ kind: 'main-user' });
      if (seen !== null) {
        const listed = await list.readAgain();
        const current = !listed.ok ? undefined : listed.value.find((subUser) => subUser.id === id);
        if (current !== undefined && !sameState(current, seen)) {
          return failed({ kind: 'changed-on-server', now: current });
        }
      }
      const updated = await session.call((who) => client.updateSubUser(who, id, changes));
      if (updated.ok) {
        list.show((all) => all.map((each) => (each.id === id ? changedSubUser(each, changes) : each)));
        return updated;
      }
      if (updated.failure.kind === 'not-found') await forgetIfGone(id);
      return unclear(updated.failure, (listed) =>
        wasChanged(
          listed.find((each) => each.id === id),
          changes,
        ),
      );
    },

    async deleteSubUser({ id }) {
      if (list.isMainUser(id)) return failed({ kind: 'main-user' });
      const wasListed = list.known(id)?.listed ?? false;
      const deleted = await session.call((who) => client.deleteSubUser(who, id));
      if (deleted.ok) {
        forget(id);
        return deleted;
      }
      // Somebody else was quicker.
      if (deleted.failure.kind === 'not-found' && (await forgetIfGone(id))) return succeeded(null);
      return unclear(deleted.failure, (listed) => {
        if (listed.some((each) => each.id === id)) return 'no';
        return wasListed ? 'yes' : 'unknown';
      });
    },
  } satisfies CommandHandlers<unknown, Names>;
}
