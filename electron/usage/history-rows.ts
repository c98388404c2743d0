import type { HistoryEntry } from './history.ts';

export const historyHeadings = ['Time (UTC)', 'Period from', 'Sub-user id', 'Sub-user', 'Traffic (GB)'];

/**
 * Returns the history as rows below `historyHeadings`: one for each figure, without a sub-user for the account's total.
 * An unchanged figure is repeated for its day.
 */
export function historyRows(
  entries: readonly HistoryEntry[],
  names: ReadonlyMap<number, string>,
): (string | number)[][] {
  const rows: (string | number)[][] = [];
  let known = new Map<number, number>();
  for (const entry of [...entries].sort((one, other) => one.at - other.at)) {
    const time = new Date(entry.at).toISOString();
    const period = entry.period ?? '';
    if (entry.kind === 'total') {
      rows.push([time, period, '', '', entry.totalGb]);
      continue;
    }
    if (entry.full) known = new Map();
    for (const [id, gb] of Object.entries(entry.trafficGb)) known.set(Number(id), gb);
    for (const [id, gb] of known) rows.push([time, period, id, names.get(id) ?? '', gb]);
  }
  return rows;
}
