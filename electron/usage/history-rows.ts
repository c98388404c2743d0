import type { HistoryEntry } from './history.ts';

type HistoryRow = (string | number)[];

/**
 * Yields the rows of each entry in turn, oldest first: time, period, id, name and GB, one for each figure, without a sub-user
 * for the account's total. An unchanged figure is repeated for its day.
 */
export function* historyRows(
  entries: Iterable<HistoryEntry>,
  names: ReadonlyMap<number, string>,
): Generator<HistoryRow[]> {
  let known = new Map<number, number>();
  for (const entry of entries) {
    const time = new Date(entry.at).toISOString();
    const period = entry.period ?? '';
    if (entry.kind === 'total') {
      yield [[time, period, '', '', entry.totalGb]];
      continue;
    }
    if (entry.full) known = new Map();
    for (const [id, gb] of Object.entries(entry.trafficGb)) known.set(Number(id), gb);
    yield Array.from(known, ([id, gb]) => [time, period, id, names.get(id) ?? '', gb]);
  }
}
