import { join } from 'node:path';
import { readVault } from '../../../electron/account/vault.ts';
import type { AccountKey } from '../../../electron/contract/accounts.ts';
import {
  type Accounts,
  type OpenAccount,
  openAccounts,
} from '../../../electron/monitor/accounts/accounts.ts';
import { namedDesktop } from '../../../electron/monitor/accounts/named-desktop.ts';
import { readRosters } from '../../../electron/monitor/sub-users/roster-file.ts';
import type { OxylabsClient } from '../../../electron/oxylabs/client.ts';
import {
  accountFolder,
  accountFolders,
  eraseAccountFolder,
} from '../../../electron/storage/account-folders.ts';
import { replaceFile } from '../../../electron/storage/private-files.ts';
import { openStorage, type Storage } from '../../../electron/storage/storage.ts';
import type { FakeClock } from './fake-clock.ts';
import { type DesktopRecord, openTestMonitor } from './monitor.ts';
import { type FakeKeychain, fakeKeychain } from './vault-parts.ts';

export type TestAccounts = {
  accounts: Accounts;
  /** What each account asked of the desktop. */
  desktops: Map<AccountKey, DesktopRecord>;
  erased: AccountKey[];
};

export type TestAccountsParts = {
  profile: string;
  clock: FakeClock;
  clientOf: (key: AccountKey) => OxylabsClient;
  keychain?: FakeKeychain;
  mayLeave?: () => boolean;
};

/** Opens the accounts of a profile on the disk as the app does, with a client for each and a desktop that records. */
export function openTestAccounts(parts: TestAccountsParts): TestAccounts {
  const { profile, clock, clientOf, keychain = fakeKeychain(), mayLeave = () => true } = parts;
  const desktops = new Map<AccountKey, DesktopRecord>();
  const erased: AccountKey[] = [];
  let first: (OpenAccount & { storage: Storage }) | null = null;
  const accounts = openAccounts({
    open(among): OpenAccount & { storage: Storage } {
      const storage = openStorage({
        profile: accountFolder(profile, among.key),
        app: first?.storage ?? null,
        demo: false,
        now: clock.now,
        after: clock.after,
        replace: (folder, name, value) => replaceFile(join(folder, `${name}.json`), JSON.stringify(value)),
        readVault,
        readRosters,
      });
      const opened = openTestMonitor({
        client: clientOf(among.key),
        clock,
        storage,
        keychain,
        wrapDesktop: (desktop) => namedDesktop(desktop, among),
        among: {
          ...among,
          app: first?.monitor.store.getState() ?? null,
          log: first?.monitor.log ?? null,
        },
      });
      desktops.set(among.key, opened.desktop);
      const account = { monitor: opened.monitor, storage, start: () => opened.monitor.session.restore() };
      first ??= account;
      return account;
    },
    folders: () => accountFolders(profile),
    erase(key) {
      erased.push(key);
      eraseAccountFolder(profile, key);
    },
    now: clock.now,
    afterTurn: queueMicrotask,
    mayLeave,
  });
  return { accounts, desktops, erased };
}
