import type { AccountId } from '../../contract/account.ts';
import type { AccountKey } from '../../contract/accounts.ts';

/** What an account needs to know of the others. */
export type AmongAccounts = {
  key: AccountKey;
  /** Returns what the account is called where there is more than one; null otherwise. */
  title: () => string | null;
  /** Makes the windows show this account, unless one holds what that would lose. */
  show: () => void;
  isAdded: (accountId: AccountId) => boolean;
  /** Returns where in the interval this account's refreshes are, in [0, 1); null for an only account. */
  turn: () => number | null;
};
