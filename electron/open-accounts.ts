import { firstAccount } from './contract/accounts.ts';
import type { Switches } from './desktop/app/switches.ts';
import { memoryKeychain, systemKeychain } from './desktop/keyring/keychain.ts';
import { sharedSilence } from './desktop/network/api-network.ts';
import { type Accounts, openAccounts } from './monitor/accounts/accounts.ts';
import type { Clock } from './monitor/clock.ts';
import type { DesktopPort } from './monitor/desktop-port.ts';
import { type AccountWithFiles, openAccount } from './open-account.ts';
import { accountFolders, eraseAccountFolder } from './storage/account-folders.ts';

export type OpenAccountsParts = {
  switches: Switches;
  baseUrl: string;
  profile: string;
  clock: Clock;
  desktop: DesktopPort;
  /** Returns whether the windows can show another account. */
  mayLeave: () => boolean;
};

/** Opens all accounts of the profile. `start` signs in to them. */
export function openProfile(parts: OpenAccountsParts): { accounts: Accounts; start: () => Promise<void> } {
  const { switches, profile, clock, desktop, mayLeave } = parts;
  const { demo } = switches;
  const app = { ...parts, keychain: demo ? memoryKeychain() : systemKeychain(), silence: sharedSilence() };
  let first: AccountWithFiles | null = null;
  const accounts = openAccounts({
    open(among) {
      const account = openAccount(app, among, among.key === firstAccount ? null : first);
      first ??= account;
      return account;
    },
    folders: () => (demo ? [] : accountFolders(profile)),
    erase: (key) => eraseAccountFolder(profile, key),
    now: clock.now,
    afterTurn: setImmediate,
    mayLeave,
  });
  return {
    accounts,
    async start() {
      const { storage } = accounts.first;
      try {
        await accounts.start();
      } catch (error) {
        storage.start.failed();
        throw error;
      }
      storage.start.cameUp();
      // A user who is not signed in, tries the demo or has damaged files needs to see more than an icon.
      const { monitor } = accounts.shown();
      const damaged = accounts
        .all()
        .some(({ storage: files }) => files.view().unreadable.some(({ why }) => why !== 'newer'));
      const needsWindow = demo || monitor.session.view().kind === 'signed-out' || damaged;
      // At login the tray says so, and no window jumps up.
      if (needsWindow && !switches.hidden) desktop.showManager();
    },
  };
}
