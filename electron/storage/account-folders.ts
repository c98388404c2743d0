import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type AccountKey, firstAccount } from '../contract/accounts.ts';
import { namesIn } from './private-files.ts';

const parent = 'accounts';

/** Returns the folder of an account: that of the first is the profile, as it is where there is only one. */
export function accountFolder(profile: string, key: AccountKey): string {
  return key === firstAccount ? profile : join(profile, parent, key);
}

/** Returns the keys of the further accounts that have files. */
export function accountFolders(profile: string): string[] {
  return namesIn(join(profile, parent));
}

/** Removes all files of a further account. Never throws: what is left comes back as an account at the next start. */
export function eraseAccountFolder(profile: string, key: AccountKey): void {
  if (key === firstAccount) return;
  try {
    rmSync(accountFolder(profile, key), { recursive: true, force: true });
  } catch {
    // The folder is not writable, which the account's own files have reported.
  }
}
