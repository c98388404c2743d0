import type { AccountId } from '../../contract/account.ts';
import { History, type HistoryEntry, historyEntrySchema, monthOf } from '../../usage/history.ts';

/** Files of lines, as the desktop keeps them. None throws: what cannot be written waits. */
export type LineFiles = {
  read(name: string): string[];
  append(name: string, lines: readonly string[]): void;
  replace(name: string, lines: readonly string[]): void;
  names(): string[];
  remove(name: string): void;
};

export type Shelf = {
  /** What was recorded of an account, as far back as the rules look. */
  open(accountId: AccountId): History;
  record(accountId: AccountId, entries: readonly HistoryEntry[]): void;
  /** Everything that was recorded of an account, oldest first. Lines that cannot be understood are skipped and counted. */
  all(accountId: AccountId): { entries: HistoryEntry[]; skipped: number };
  /** Removes months that are too old, seen from the vendor's period (`YYYY-MM-DD`): a clock that is years ahead removes nothing. */
  sweep(period: string): void;
  forget(accountId: AccountId): void;
};

const keptMonths = 13;
/** The calendar months that the rules' memory reaches into. */
const openedMonths = 3;

/** The history of each account on disk: one file of lines for each calendar month. */
export function createHistoryShelf(files: LineFiles): Shelf {
  const namesOf = (accountId: AccountId) =>
    files
      .names()
      .filter((name) => name.startsWith(`${accountId}_`) && name.endsWith('.jsonl'))
      .sort();

  function read(names: readonly string[]): { entries: HistoryEntry[]; skipped: number } {
    let skipped = 0;
    const entries = names.flatMap((name) =>
      files.read(name).flatMap((line) => {
        const entry = readEntry(line);
        if (entry === null) skipped += 1;
        return entry ?? [];
      }),
    );
    return { entries, skipped };
  }

  return {
    open(accountId) {
      const history = new History();
      for (const entry of read(namesOf(accountId).slice(-openedMonths)).entries) history.add(entry);
      return history;
    },
    record(accountId, entries) {
      for (const entry of entries)
        files.append(`${accountId}_${monthOf(entry.at)}.jsonl`, [JSON.stringify(entry)]);
    },
    all: (accountId) => read(namesOf(accountId)),
    sweep(period) {
      const oldest = monthsBefore(period, keptMonths);
      for (const name of files.names()) {
        const month = /_(\d{4}-\d{2})\.jsonl$/.exec(name)?.[1];
        if (month !== undefined && month < oldest) files.remove(name);
      }
    },
    forget(accountId) {
      for (const name of namesOf(accountId)) files.remove(name);
    },
  };
}

function readEntry(line: string): HistoryEntry | null {
  try {
    return historyEntrySchema.safeParse(JSON.parse(line)).data ?? null;
  } catch {
    return null;
  }
}

function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return monthOf(Date.UTC(year, month - 1 - months));
}
