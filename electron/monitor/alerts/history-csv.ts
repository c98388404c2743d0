import { say } from '../../text/say.ts';
import type { HistoryEntry } from '../../usage/history.ts';
import { historyRows } from '../../usage/history-rows.ts';

/** Yields the history as CSV, a piece for each entry, which is read and written down when the piece is asked for. */
export function* historyCsv(
  csvRows: typeof import('../../text/csv.ts').csvRows,
  entries: Iterable<HistoryEntry>,
  names: ReadonlyMap<number, string>,
): Generator<string> {
  yield csvRows([
    [
      say('files.time'),
      say('files.periodFrom'),
      say('files.subUserId'),
      say('files.subUser'),
      say('files.traffic'),
    ],
  ]);
  for (const rows of historyRows(entries, names)) yield csvRows(rows);
}
