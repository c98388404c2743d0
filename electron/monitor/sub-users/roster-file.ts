import { z } from 'zod';
import { accountIdSchema } from '../../contract/account.ts';
import { type SubUser, subUserSchema } from '../../contract/sub-user.ts';
import type { RosterFile } from './roster.ts';

/** `asked`: it is not listed, and the API still knew it when it was asked. */
const rowSchema = subUserSchema.extend({ asked: z.boolean().optional() });
type Row = z.infer<typeof rowSchema>;
const rostersSchema = z.record(accountIdSchema, z.array(rowSchema));
type Rosters = z.infer<typeof rostersSchema>;

/** Reads stored rosters row by row, leaving unreadable rows out. Returns null if the value holds no rosters. */
export function readRosters(stored: unknown): { value: Rosters; whole: boolean } | null {
  const accounts = z.record(accountIdSchema, z.array(z.unknown())).safeParse(stored);
  if (!accounts.success) return null;
  let whole = true;
  const value: Rosters = {};
  for (const [accountId, rows] of Object.entries(accounts.data)) {
    value[accountId] = rows.flatMap((row): Row[] => {
      const read = rowSchema.safeParse(row);
      whole &&= read.success;
      return read.success ? [read.data] : [];
    });
  }
  return { value, whole };
}

/** Stores the rosters in one small file. Unreadable parts count as nothing known. */
export function createRosterFile(file: { read(): unknown; write(value: unknown): void }): RosterFile & {
  forget(accountId: string): void;
} {
  const all = () => rostersSchema.safeParse(file.read()).data ?? {};
  /** The marks in memory, read from the file once for each account. */
  const asked = new Map<string, Set<number>>();
  function askedOf(accountId: string): Set<number> {
    const known =
      asked.get(accountId) ??
      new Set((all()[accountId] ?? []).flatMap((row) => (row.asked === true ? [row.id] : [])));
    asked.set(accountId, known);
    return known;
  }

  function keep(accountId: string, subUsers: readonly SubUser[]): void {
    const marks = askedOf(accountId);
    // One that is listed again is asked about when it vanishes again.
    for (const { id, listed } of subUsers) if (listed) marks.delete(id);
    const rows = subUsers.map((row): Row => (marks.has(row.id) ? { ...row, asked: true } : row));
    file.write({ ...all(), [accountId]: rows });
  }

  return {
    recall: (accountId) => (all()[accountId] ?? []).map(({ asked: _asked, ...subUser }) => subUser),
    keep,
    isAsked: (accountId, id) => askedOf(accountId).has(id),
    noteAsked(accountId, id) {
      const marks = askedOf(accountId);
      marks.add(id);
      const rows = (all()[accountId] ?? []).map(
        (row): Row => (row.id === id ? { ...row, asked: true } : row),
      );
      file.write({ ...all(), [accountId]: rows });
    },
    forget(accountId) {
      asked.delete(accountId);
      const { [accountId]: _forgotten, ...others } = all();
      file.write(others);
    },
  };
}
