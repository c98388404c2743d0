import type { AccountId } from '../contract/account.ts';
import type { Secret } from '../oxylabs/secret.ts';
import type { KeptSecrets, RecalledSecret } from './kept-secrets.ts';

/** Keeps passwords of sub-users that the user chose to keep, since the API never returns one. */
export type SubUserPasswords = {
  /** Replaces an earlier one. Without a keyring it lasts for this run; a name that the vendor would not give has none. */
  keep(accountId: AccountId, username: string, password: Secret): Promise<'kept' | 'this-run' | 'refused'>;
  recall(accountId: AccountId, username: string): Promise<RecalledSecret>;
  /** Returns the names whose passwords are kept, in order. */
  usernames(accountId: AccountId): string[];
  erase(accountId: AccountId, username: string): void;
  forget(accountId: AccountId): void;
};

/** The vendor's names. Any other could make a file name that a system does not take. */
const usual = /^\w{1,64}$/;

/** Opens the passwords on kept secrets, each named after its account and its sub-user. */
export function createSubUserPasswords(secrets: KeptSecrets): SubUserPasswords {
  const prefixOf = (accountId: AccountId) => `${accountId}_`;
  // In hex, since some file systems take `Ann` and `ann` for one name.
  const nameOf = (accountId: AccountId, username: string) =>
    prefixOf(accountId) + Buffer.from(username).toString('hex');
  return {
    async keep(accountId, username, password) {
      if (!usual.test(username)) return 'refused';
      const isStored = await secrets.keep(nameOf(accountId, username), password);
      return isStored ? 'kept' : 'this-run';
    },
    recall: (accountId, username) => secrets.recall(nameOf(accountId, username)),
    usernames: (accountId) =>
      secrets
        .names()
        .filter((name) => name.startsWith(prefixOf(accountId)))
        .map((name) => Buffer.from(name.slice(prefixOf(accountId).length), 'hex').toString())
        .filter((username) => usual.test(username))
        .sort(),
    erase: (accountId, username) => secrets.erase(nameOf(accountId, username)),
    forget: (accountId) => secrets.sweep((name) => !name.startsWith(prefixOf(accountId))),
  };
}
