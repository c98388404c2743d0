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
import { type RosterFile, withKnown } from './known-sub-users.ts';
import { type AppStore, accountState, currentAccountId, updateAccount } from './state.ts';

export type SubUserActionParts = {
  store: AppStore;
  session: Pick<Session, 'call'>;
  client: Pick<OxylabsClient, 'listSubUsers' | 'createSubUser' | 'updateSubUser' | 'deleteSubUser'>;
  now: () => number;
  /** What earlier runs knew. */
  earlier: Pick<RosterFile, 'recall'>;
};

type Names = 'createSubUser' | 'updateSubUser' | 'deleteSubUser';

/**
 * The three writes. Each is sent once. What the API accepted is shown at once; after an unclear failure the list is
 * read again and the answer says what is now true.
 */
export function createSubUserActions({ store, session, client, now, earlier }: SubUserActionParts) {
  const roster = () => accountState(store.getState(), currentAccountId(store.getState())).subUsers;
  const known = (id: number) => roster()?.value.subUsers.find((subUser) => subUser.id === id);

  function show(change: (subUsers: readonly SubUser[]) => SubUser[]): void {
    const accountId = currentAccountId(store.getState());
    const reading = roster();
    if (accountId === null || reading === null) return;
    const value = { ...reading.value, subUsers: change(reading.value.subUsers) };
    updateAccount(store, accountId, { subUsers: { ...reading, value } });
  }

  /** Reads the list and shows it; null where that fails too. */
  async function readAgain(): Promise<readonly SubUser[] | null> {
    const accountId = currentAccountId(store.getState());
    const list = await session.call((who) => client.listSubUsers(who));
    if (!list.ok || accountId === null || currentAccountId(store.getState()) !== accountId) return null;
    updateAccount(store, accountId, {
      subUsers: { value: withKnown(store, earlier, accountId, list.value), readAt: now() },
    });
    return list.value.subUsers;
  }

  async function unclear(
    cause: ApiFailure,
    wasDone: (listed: readonly SubUser[]) => 'yes' | 'no' | 'unknown',
  ): Promise<Outcome<never, CommandFailure>> {
    if (!isUnclear(cause)) return failed(cause);
    const listed = await readAgain();
    return failed({ kind: 'unclear-write', cause, done: listed === null ? 'unknown' : wasDone(listed) });
  }

  function isMainUser(id: number): boolean {
    const { session: view } = store.getState();
    return view.kind === 'signed-in' && known(id)?.username === view.username;
  }

  return {
    async createSubUser(wanted) {
      const { username } = wanted;
      const before = roster()?.value.subUsers.some((each) => each.username === username) ?? true;
      const created = await session.call((who) => client.createSubUser(who, wanted));
      if (!created.ok) {
        return unclear(created.failure, (listed) => {
          if (!listed.some((each) => each.username === username)) return 'no';
          // One of that name was there before, or may have been: whose it is cannot be told.
          return before ? 'unknown' : 'yes';
        });
      }
      const { id } = created.value;
      if (id === null) await readAgain();
      else show((subUsers) => [...subUsers, createdSubUser(id, wanted, now())]);
      return created;
    },

    async updateSubUser({ id, changes, seen }) {
      if (changes.status === 'disabled' && isMainUser(id)) return failed({ kind: 'main-user' });
      if (seen !== null) {
        const listed = await readAgain();
        const current = listed?.find((subUser) => subUser.id === id);
        if (current !== undefined && !sameState(current, seen)) {
          return failed({ kind: 'changed-on-server', now: current });
        }
      }
      const updated = await session.call((who) => client.updateSubUser(who, id, changes));
      if (updated.ok) {
        show((all) => all.map((each) => (each.id === id ? changedSubUser(each, changes) : each)));
        return updated;
      }
      if (updated.failure.kind === 'not-found') show((all) => all.filter((each) => each.id !== id));
      return unclear(updated.failure, (listed) =>
        wasChanged(
          listed.find((each) => each.id === id),
          changes,
        ),
      );
    },

    async deleteSubUser({ id }) {
      if (isMainUser(id)) return failed({ kind: 'main-user' });
      const wasListed = known(id)?.listed ?? false;
      const deleted = await session.call((who) => client.deleteSubUser(who, id));
      // Gone either way: somebody else was quicker.
      if (deleted.ok || deleted.failure.kind === 'not-found') {
        show((all) => all.filter((each) => each.id !== id));
        return deleted.ok ? deleted : succeeded(null);
      }
      return unclear(deleted.failure, (listed) => {
        if (listed.some((each) => each.id === id)) return 'no';
        return wasListed ? 'yes' : 'unknown';
      });
    },
  } satisfies CommandHandlers<unknown, Names>;
}

/** The request may have arrived and been carried out. A refusal is clear, and so is what never left this computer. */
function isUnclear(failure: ApiFailure): boolean {
  switch (failure.kind) {
    case 'timed-out':
    case 'server-fault':
    case 'not-understood':
      return true;
    case 'unreachable':
      return failure.reason === 'connection-lost' || failure.reason === 'proxy';
    default:
      return false;
  }
}
