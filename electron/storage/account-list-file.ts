import { z } from 'zod';
import {
  type AccountEntry,
  type AccountKey,
  accountEntrySchema,
  accountKeySchema,
  firstAccount,
} from '../contract/accounts.ts';
import type { ValueFile } from './files.ts';
import type { FileFormat, Understood } from './value-file.ts';

/** What `accounts.json` holds. `nextKey` is that of the next account, so that no key names two. */
const accountListedSchema = z.object({
  entries: z.array(accountEntrySchema),
  shown: accountKeySchema,
  nextKey: z.number().int().min(2),
});
export type AccountListed = z.infer<typeof accountListedSchema>;

export type AccountListFile = { read(): AccountListed; write(listed: AccountListed): void };

/** A profile with one account has no such file, and needs none. */
const onlyFirst: AccountListed = {
  entries: [{ key: firstAccount, name: '', color: 'teal', product: null }],
  shown: firstAccount,
  nextKey: 2,
};

export const accountListFormat: FileFormat<AccountListed> = {
  what: 'accounts',
  name: 'accounts',
  migrations: [(unnumbered) => unnumbered],
  understand,
};

/** Reads the list entry by entry: one that is damaged is left out, and its folder brings it back. */
function understand(stored: unknown): Understood<AccountListed> | null {
  const list = accountListedSchema.extend({ entries: z.array(z.unknown()) }).safeParse(stored);
  if (!list.success) return null;
  const entries = list.data.entries.flatMap((each) => accountEntrySchema.safeParse(each).data ?? []);
  return { value: { ...list.data, entries }, whole: entries.length === list.data.entries.length };
}

/**
 * Reads and writes the list of accounts. `folders` names those that have files: one that a damaged or an older list lacks is
 * added, so that no account is lost with the list.
 */
export function openAccountList(file: ValueFile<AccountListed>, folders: () => string[]): AccountListFile {
  return {
    read() {
      const stored = file.read();
      const { entries, shown, nextKey } = stored ?? onlyFirst;
      const known = uniqueByKey(entries);
      const lost = folders().filter((name) => accountKeySchema.safeParse(name).success && !known.has(name));
      const all = [...known.values(), ...lost.map(unlabeled)];
      const [first = unlabeled(firstAccount)] = all;
      return {
        entries: all.length === 0 ? [first] : all,
        shown: known.has(shown) ? shown : first.key,
        nextKey: Math.max(nextKey, ...all.map(({ key }) => Number(key) + 1)),
      };
    },
    write: (listed) => file.write(isPlain(listed) ? null : listed),
  };
}

const unlabeled = (key: AccountKey): AccountEntry => ({ key, name: '', color: 'teal', product: null });

function uniqueByKey(entries: readonly AccountEntry[]): Map<AccountKey, AccountEntry> {
  return new Map(entries.map((entry) => [entry.key, entry]));
}

/** Returns whether a profile without the file would read the same. */
function isPlain(listed: AccountListed): boolean {
  return JSON.stringify(listed) === JSON.stringify(onlyFirst);
}
