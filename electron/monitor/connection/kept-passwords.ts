import type { SubUserPasswords } from '../../account/sub-user-passwords.ts';
import type { Secret } from '../../oxylabs/secret.ts';
import { type AppStore, currentAccountId } from '../state.ts';

/** The kept passwords of the account that is signed in; none while there is no such account. */
export type KeptPasswords = {
  usernames(): string[];
  /** Returns null where none is kept, or none can be read now. */
  passwordOf(username: string): Promise<Secret | null>;
};

/** Opens the kept passwords of whichever account is signed in at the time. */
export function keptPasswords(
  store: AppStore,
  passwords: Pick<SubUserPasswords, 'recall' | 'usernames'>,
): KeptPasswords {
  const accountId = () => currentAccountId(store.getState());
  return {
    usernames() {
      const account = accountId();
      return account === null ? [] : passwords.usernames(account);
    },
    async passwordOf(username) {
      const account = accountId();
      const recalled = account === null ? null : await passwords.recall(account, username);
      return recalled?.kind === 'found' ? recalled.secret : null;
    },
  };
}
