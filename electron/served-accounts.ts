import type { AccountKey } from './contract/accounts.ts';
import type { ServedAccount, ServedAccounts, ServedCommands } from './desktop/windows/ipc.ts';
import type { createWindowCommands } from './desktop/windows/window-commands.ts';
import { createAccountListActions } from './monitor/accounts/account-list-actions.ts';
import type { Accounts } from './monitor/accounts/accounts.ts';
import type { Monitor } from './monitor/monitor.ts';

type WindowCommands = (key: AccountKey, monitor: Monitor) => ReturnType<typeof createWindowCommands>;

/** Returns what windows are served with, by the account that they show. `windowCommands` makes those of the desktop. */
export function servedAccounts(accounts: Accounts, windowCommands: WindowCommands): ServedAccounts {
  const served = new WeakMap<Monitor, ServedAccount>();

  function serve(key: AccountKey, monitor: Monitor): ServedAccount {
    const { publisher, commands } = monitor;
    return {
      current: publisher.current,
      published: publisher.published,
      commands: {
        ...commands,
        ...windowCommands(key, monitor),
        ...createAccountListActions(accounts, key),
      } satisfies ServedCommands,
    };
  }

  return {
    shown: accounts.shownKey,
    of(key) {
      const account = accounts.of(key);
      if (account === null) return null;
      const known = served.get(account.monitor) ?? serve(key, account.monitor);
      served.set(account.monitor, known);
      return known;
    },
    onChange: accounts.onChange,
  };
}
