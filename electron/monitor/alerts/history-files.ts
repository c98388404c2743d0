import type { AccountId } from '../../contract/account.ts';
import { dayMs } from '../../contract/day.ts';
import type { LinesFiles } from '../../storage/files.ts';
import type { PeriodSample } from '../../usage/day-traffic.ts';
import { decisiveEntries } from '../../usage/decisive-entries.ts';
import {
  History,
  type HistoryEntry,
  historyEntrySchema,
  isWithinPeriod,
  monthOf,
} from '../../usage/history.ts';

export type HistoryFiles = {
  /** Returns an account's history, as far back as the rules look. Entries that a wrong clock timed are left out. */
  open(accountId: AccountId, now: number): History;
  record(accountId: AccountId, entries: readonly HistoryEntry[]): void;
  /** Yields an account's whole history, oldest first. Unreadable lines are skipped. Each is read when it is asked for. */
  all(accountId: AccountId): Generator<HistoryEntry>;
  /** Returns the account's totals of all months. Lists of sub-users are skipped unread, since they are large. */
  totals(accountId: AccountId): PeriodSample[];
  /**
   * Removes months that are too old both by the vendor's period (`YYYY-MM-DD`) and by the clock, so that neither one that is
   * years ahead removes anything.
   */
  sweep(period: string, now: number): void;
  forget(accountId: AccountId): void;
};

const keptMonths = 13;
/** The number of calendar months that the rules look back. */
const openedMonths = 3;

/** Opens the history on disk: a file of lines for each account and calendar month. */
export function openHistoryFiles(files: LinesFiles): HistoryFiles {
  const namesOf = (accountId: AccountId) =>
    files
      .names()
      .filter((name) => name.startsWith(`${accountId}_`) && name.endsWith('.jsonl'))
      .sort();

  /** Yields the entries of one month by their time, which a clock that was set may have mixed. */
  function* inOrder(name: string): Generator<HistoryEntry> {
    const lines = files.read(name).map((line) => ({ line, at: timeOf(line) }));
    for (const { line } of lines.sort((one, other) => one.at - other.at)) {
      const entry = readEntry(line);
      if (entry !== null) yield entry;
    }
  }

  return {
    open(accountId, now) {
      const months: HistoryEntry[][] = [];
      for (const name of namesOf(accountId).reverse()) {
        const entries = files.read(name).flatMap((line) => readEntry(line) ?? []);
        const timed = entries.filter((entry) => isTimed(entry, now));
        if (timed.length > 0) months.unshift(timed);
        if (months.length === openedMonths) break;
      }
      const history = new History();
      for (const entry of decisiveEntries(months.flat())) history.add(entry);
      return history;
    },
    record(accountId, entries) {
      for (const entry of entries)
        files.append(`${accountId}_${monthOf(entry.at)}.jsonl`, [JSON.stringify(entry)]);
    },
    *all(accountId) {
      for (const name of namesOf(accountId)) yield* inOrder(name);
    },
    totals: (accountId) =>
      namesOf(accountId).flatMap((name) =>
        files.read(name).flatMap((line) => {
          const entry = line.startsWith('{"kind":"total"') ? readEntry(line) : null;
          if (entry?.kind !== 'total' || !isWithinPeriod(entry)) return [];
          return { at: entry.at, gb: entry.totalGb, period: entry.period };
        }),
      ),
    sweep(period, now) {
      const today = new Date(now).toISOString();
      const oldest = monthsBefore(period < today ? period : today.slice(0, 10), keptMonths);
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

/** Returns whether the clock was right when an entry was written. Without a period, only the clock of now can say. */
function isTimed(entry: HistoryEntry, now: number): boolean {
  return isWithinPeriod(entry) && (entry.period !== null || entry.at < now + dayMs);
}

/** Returns a line's time without parsing it, since a list of sub-users is long; 0 where it has none. */
function timeOf(line: string): number {
  return Number(/"at":(\d+)/.exec(line)?.[1] ?? 0);
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
