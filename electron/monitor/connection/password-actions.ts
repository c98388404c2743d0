import type { SubUserPasswords } from '../../account/sub-user-passwords.ts';
import type { CommandHandlers } from '../../contract/commands.ts';
import { failed, succeeded } from '../../contract/failure.ts';
import { Secret } from '../../oxylabs/secret.ts';
import type { CallObserver } from '../client-calls.ts';
import { type AppStore, currentAccountId, knownSubUser } from '../state.ts';
import { fateOf } from '../sub-users/write-end.ts';
import type { KeptPasswords } from './kept-passwords.ts';

type Parts = { store: AppStore; passwords: SubUserPasswords };

type ActionParts = Parts & { kept: KeptPasswords };

type Names = 'keepPassword' | 'readKeptPasswords' | 'revealPassword' | 'forgetPassword';

/** Creates the handlers that keep a sub-user's password on this computer, show it after a click, and forget it. */
export function createPasswordActions({ store, passwords, kept }: ActionParts) {
  const accountId = () => currentAccountId(store.getState());
  return {
    async keepPassword({ username, password }) {
      const account = accountId();
      if (account === null) return failed({ kind: 'signed-out' });
      const end = await passwords.keep(account, username, new Secret(password));
      return end === 'refused'
        ? failed({ kind: 'invalid-input', problems: ['username'] })
        : succeeded({ lasts: end === 'kept' });
    },
    async readKeptPasswords() {
      return succeeded({ usernames: kept.usernames() });
    },
    async revealPassword({ username }) {
      if (accountId() === null) return failed({ kind: 'signed-out' });
      const password = await kept.passwordOf(username);
      return succeeded({ password: password?.reveal() ?? null });
    },
    async forgetPassword({ username }) {
      const account = accountId();
      if (account !== null) passwords.erase(account, username);
      return succeeded(null);
    },
  } satisfies CommandHandlers<unknown, Names>;
}

/**
 * Erases a kept password that is no longer right: its sub-user is deleted, or gets another one. Unclear writes count, since
 * a wrong password misleads more than a missing one.
 */
export function erasesOldPasswords({ store, passwords }: Parts): CallObserver {
  return (call) => {
    const isConcerned =
      call.kind === 'delete' || (call.kind === 'update' && call.changes.password !== undefined);
    const { username = null } = isConcerned ? (knownSubUser(store.getState(), call.id) ?? {}) : {};
    return (failure) => {
      const account = currentAccountId(store.getState());
      if (username === null || account === null) return;
      const isOver = failure === null || failure.kind === 'not-found' || fateOf(failure) === 'unclear';
      if (isOver) passwords.erase(account, username);
    };
  };
}
