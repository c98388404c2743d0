import type { GuardJournalPage, GuardRow } from '../../../electron/contract/guard-view.ts';

type Pages = { rows: readonly GuardRow[]; next: string | null };

/** Returns rows that were read again, with the older ones that were loaded before and follow them. */
export function joined(page: GuardJournalPage, before: Pages | null): Pages {
  const last = page.rows.at(-1)?.place;
  const at = before?.rows.findIndex(({ place }) => place === last) ?? -1;
  const older = before?.rows.slice(at + 1) ?? [];
  return at === -1 || older.length === 0 || before === null
    ? page
    : { rows: [...page.rows, ...older], next: before.next };
}
