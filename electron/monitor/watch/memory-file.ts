import type { AccountId } from '../../contract/account.ts';
import { type AlertMemory, alertMemorySchema, emptyAlertMemory } from '../../usage/alerts/memory.ts';

export type MemoryFile = {
  read(accountId: AccountId): AlertMemory;
  write(accountId: AccountId, memory: AlertMemory): void;
  forget(accountId: AccountId): void;
};

/** JSON files by name, each replaced whole. None throws: what cannot be written waits. */
export type JsonFiles = {
  read(name: string): unknown;
  write(name: string, value: unknown): void;
  sweep(keeps: (name: string) => boolean): void;
};

/** What was told, by account. A memory that cannot be understood counts as none: then all that is so is one summary. */
export function createMemoryFile(files: JsonFiles): MemoryFile {
  const nameOf = (accountId: AccountId) => `${accountId}.json`;
  return {
    read: (accountId) => alertMemorySchema.safeParse(files.read(nameOf(accountId))).data ?? emptyAlertMemory,
    write: (accountId, memory) => files.write(nameOf(accountId), memory),
    forget: (accountId) => files.sweep((name) => !name.startsWith(nameOf(accountId))),
  };
}
