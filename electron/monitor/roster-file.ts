import { z } from 'zod';
import { accountIdSchema } from '../contract/account.ts';
import { subUserSchema } from '../contract/sub-user.ts';
import type { RosterFile } from './known-sub-users.ts';

const rostersSchema = z.record(accountIdSchema, z.array(subUserSchema));

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
