import type { Session } from '../account/session.ts';
import type { ApiFailure, Outcome } from '../contract/failure.ts';
import { failed, succeeded } from '../contract/failure.ts';
import type { SubUser } from '../contract/sub-user.ts';
import type { OxylabsClient } from '../oxylabs/client.ts';
import { type RosterFile, withKnown } from './known-sub-users.ts';
import { type AppStore, accountState, currentAccountId, updateAccount } from './state.ts';

export type SubUserListParts = {
  store: AppStore;
  session: Pick<Session, 'call'>;
  client: Pick<OxylabsClient, 'listSubUsers'>;
  now: () => number;
  /** What earlier runs knew. */
  earlier: Pick<RosterFile, 'recall'>;
};

/** The list of the account in use, for those that write: what is known, and the way to show what changed. */
export type SubUserListAccess = {
  known(id: number): SubUser | undefined;
  /** Whether there is one of that name; true where the list was not read yet. */
  mayHold(username: string): boolean;
  isMainUser(id: number): boolean;
  /** Shows what a write made of the list, without reading it. */
  show(change: (subUsers: readonly SubUser[]) => SubUser[]): void;
  /** Reads the list, shows it, and answers with it as the API has it. */
  readAgain(): Promise<Outcome<readonly SubUser[], ApiFailure>>;
};

export function openSubUserList({
  store,
  session,
  client,
  now,
  earlier,
}: SubUserListParts): SubUserListAccess {
  const reading = () => accountState(store.getState(), currentAccountId(store.getState())).subUsers;
  const known = (id: number) => reading()?.value.subUsers.find((subUser) => subUser.id === id);
  return {
    known,
    mayHold: (username) => reading()?.value.subUsers.some((each) => each.username === username) ?? true,
    isMainUser(id) {
      const { session: view } = store.getState();
      return view.kind === 'signed-in' && known(id)?.username === view.username;
    },
    show(change) {
      const accountId = currentAccountId(store.getState());
      const shown = reading();
      if (accountId === null || shown === null) return;
      const value = { ...shown.value, subUsers: change(shown.value.subUsers) };
      updateAccount(store, accountId, { subUsers: { ...shown, value } });
    },
    async readAgain() {
      const accountId = currentAccountId(store.getState());
      const list = await session.call((who) => client.listSubUsers(who));
      if (!list.ok) return list;
      // Signed out, or in as somebody else, in the meantime: this list is not theirs.
      if (accountId === null || currentAccountId(store.getState()) !== accountId) {
        return failed({ kind: 'signed-out' });
      }
      const value = withKnown(store, earlier, accountId, list.value);
      updateAccount(store, accountId, { subUsers: { value, readAt: now() } });
      return succeeded(list.value.subUsers);
    },
  };
}
