import type { Snapshot } from './contract/snapshot.ts';
import { trayAccount } from './desktop/tray/tray-account.ts';
import type { Accounts } from './monitor/accounts/accounts.ts';

/** Returns what the tray follows: the chosen account, or the one of all that needs the user most. */
export function traySource(accounts: Accounts) {
  return {
    current(): { slices: Snapshot } {
      const candidates = accounts
        .listed()
        .map(({ entry, monitor }) => ({ key: entry.key, snapshot: monitor.publisher.current().slices }));
      const { monitor } = accounts.first;
      const shown = trayAccount(candidates, monitor.store.getState().settings.trayAccount);
      return { slices: shown?.snapshot ?? monitor.publisher.current().slices };
    },
    subscribe: (listener: () => void) => accounts.onChange(() => listener()),
  };
}
