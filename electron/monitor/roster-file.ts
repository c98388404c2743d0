import { z } from 'zod';
import { accountIdSchema } from '../contract/account.ts';
import { type SubUser, subUserSchema } from '../contract/sub-user.ts';
import type { RosterFile } from './known-sub-users.ts';

const rostersSchema = z.record(accountIdSchema, z.array(subUserSchema));
type Rosters = z.infer<typeof rostersSchema>;

/** The rosters in a file, row by row: one that is not understood is left out. Null for what is nothing of the kind. */
export function readRosters(stored: unknown): { value: Rosters; whole: boolean } | null {
  const accounts = z.record(accountIdSchema, z.array(z.unknown())).safeParse(stored);
  if (!accounts.success) return null;
  let whole = true;
  const value: Rosters = {};
  for (const [accountId, rows] of Object.entries(accounts.data)) {
    value[accountId] = rows.flatMap((row): SubUser[] => {
      const read = subUserSchema.safeParse(row);
      whole &&= read.success;
      return read.success ? [read.data] : [];
    });
  }
  return { value, whole };
}

/** Keeps the rosters in one small file; what is in it and not understood counts as nothing known. */
export function createRosterFile(file: { read(): unknown; write(value: unknown): void }): RosterFile & {
  forget(accountId: string): void;
} {
  const all = () => rostersSchema.safeParse(file.read()).data ?? {};
  return {
    recall: (accountId) => all()[accountId] ?? [],
    keep: (accountId, subUsers) => file.write({ ...all(), [accountId]: subUsers }),
    forget(accountId) {
      const { [accountId]: _forgotten, ...others } = all();
      file.write(others);
    },
  };
}
