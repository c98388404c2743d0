import type { HistoryEntry } from './history.ts';

/** The history as rows with headings: one for each figure, the account's own without a sub-user. A figure that did not change is in its day again. */
export function historyRows(
  entries: readonly HistoryEntry[],
  names: ReadonlyMap<number, string>,
): (string | number)[][] {
  const rows: (string | number)[][] = [
    ['Time (UTC)', 'Period from', 'Sub-user id', 'Sub-user', 'Traffic (GB)'],
  ];
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
