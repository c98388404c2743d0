import type { AccountId } from '../../contract/account.ts';
import type { JsonFiles } from '../../storage/files.ts';
import { type AlertMemory, alertMemorySchema, emptyAlertMemory } from '../../usage/alerts/memory.ts';

export type MemoryFile = {
  read(accountId: AccountId): AlertMemory;
  write(accountId: AccountId, memory: AlertMemory): void;
  forget(accountId: AccountId): void;
};

/** Stores the memory of past alerts by account. An unreadable one counts as none, and everything due then is one summary. */
export function createMemoryFile(files: JsonFiles): MemoryFile {
  const nameOf = (accountId: AccountId) => `${accountId}.json`;
  return {
    read: (accountId) => alertMemorySchema.safeParse(files.read(nameOf(accountId))).data ?? emptyAlertMemory,
    write: (accountId, memory) => files.write(nameOf(accountId), memory),
    forget: (accountId) => files.sweep((name) => !name.startsWith(nameOf(accountId))),
  };
}
