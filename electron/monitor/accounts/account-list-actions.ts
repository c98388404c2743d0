import type { AccountKey } from '../../contract/accounts.ts';
import type { CommandHandlers } from '../../contract/commands.ts';
import { failed, succeeded } from '../../contract/failure.ts';
import { appChange } from '../../contract/settings.ts';
import type { Accounts } from './accounts.ts';

type Names =
  | 'showAccount'
  | 'addAccount'
  | 'labelAccount'
  | 'removeAccount'
  | 'forgetAccount'
  | 'changeSettings';

/** Creates the handlers of what concerns more than one account, for the windows that show the account `key`. */
export function createAccountListActions(accounts: Accounts, key: AccountKey) {
  const commandsOf = (each: AccountKey) => accounts.of(each)?.monitor.commands;
  return {
    async showAccount({ key: wanted }) {
      return accounts.show(wanted) ? succeeded(null) : failed({ kind: 'not-found' });
    },
    async addAccount() {
      return accounts.add() ? succeeded(null) : failed({ kind: 'account-limit' });
    },
    async labelAccount({ key: labelled, label }) {
      accounts.label(labelled, label);
      return succeeded(null);
    },
    async removeAccount({ key: removed }) {
      const session = accounts.of(removed)?.monitor.session.view();
      if (session?.kind !== 'signed-out') return failed({ kind: 'busy' });
      accounts.remove(removed);
      return succeeded(null);
    },
    async forgetAccount(input) {
      const forgotten = await commandsOf(key)?.forgetAccount(input);
      if (forgotten === undefined) return failed({ kind: 'not-found' });
      if (forgotten.ok) accounts.remove(key);
      return forgotten;
    },
    async changeSettings(change) {
      const changed = await commandsOf(key)?.changeSettings(change);
      const shared = appChange(change);
      if (shared !== null)
        for (const each of accounts.all()) {
          if (each.monitor !== accounts.of(key)?.monitor) await each.monitor.commands.changeSettings(shared);
        }
      return changed ?? failed({ kind: 'not-found' });
    },
  } satisfies CommandHandlers<unknown, Names>;
}
