import type { Snapshot } from './contract/snapshot.ts';
import { trayAccount } from './desktop/tray/tray-account.ts';
import type { Accounts } from './monitor/accounts/accounts.ts';
import type { Monitor } from './monitor/monitor.ts';

/** Returns what the tray follows: the chosen account, or the one of all that needs the user most. */
export function traySource(accounts: Accounts) {
  /** Returns the account whose figures the tray shows, and whose commands its menu names. */
  function shown(): Monitor {
    const candidates = accounts.listed().map(({ entry, monitor }) => ({
      key: entry.key,
      monitor,
      snapshot: monitor.publisher.current().slices,
    }));
    const { monitor: first } = accounts.first;
    return trayAccount(candidates, first.store.getState().settings.trayAccount)?.monitor ?? first;
  }
  return {
    shown,
    current: (): { slices: Snapshot } => shown().publisher.current(),
    subscribe: (listener: () => void) => accounts.onChange(() => listener()),
  };
}
