import type { AccountRow } from './account-list.ts';

// Without a schema: the entry and the popover import this, and do not load zod.

/** Returns what an account is called: by its label, or by its main user. */
export function accountName({ name, username }: Pick<AccountRow, 'name' | 'username'>): string | null {
  return name === '' ? username : name;
}

/** Holds a sum over accounts in GB, and of how many of them it is. */
export type AccountSum = { monthGb: number | null; added: number; of: number };

/**
 * Adds up the traffic of the newest calendar month in which an account was read. Plans and limits are never added: what is
 * left of one account's is of no use to another.
 */
export function sumOf(rows: readonly AccountRow[]): AccountSum {
  const months = rows.flatMap(({ monthFrom }) => (monthFrom === null ? [] : [monthFrom]));
  const newest = months.sort().at(-1);
  const known = rows.flatMap((row) =>
    row.monthFrom === newest && row.monthGb !== null ? [row.monthGb] : [],
  );
  const monthGb = known.length === 0 ? null : known.reduce((sum, gb) => sum + gb, 0);
  return { monthGb, added: known.length, of: rows.length };
}
