import { type DayEntry, dayEntries, type HistoryEntry, isWithinPeriod } from './history.ts';

/**
 * Returns the entries that decide what a history holds, which is then the same: of the lists only the last days, from the
 * full list that they follow. Each list costs a copy of the one before it.
 */
export function decisiveEntries(entries: readonly HistoryEntry[]): HistoryEntry[] {
  const days: DayEntry[] = [];
  for (const entry of entries) {
    if (entry.kind === 'total' || !isWithinPeriod(entry)) continue;
    // As in `add`: an earlier one than the last removes those after it.
    while ((days.at(-1)?.at ?? -1) >= entry.at) days.pop();
    days.push(entry);
  }
  const first = days.findLastIndex(({ full }, index) => full && index <= days.length - dayEntries);
  const decisive = new Set<HistoryEntry>(days.slice(Math.max(0, first)));
  return entries.filter((entry) => entry.kind === 'total' || decisive.has(entry));
}
