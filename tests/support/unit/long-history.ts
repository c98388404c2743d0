import { join } from 'node:path';
import { dayMs } from '../../../electron/contract/day.ts';
import { historyCsv } from '../../../electron/monitor/alerts/history-csv.ts';
import type { HistoryFiles } from '../../../electron/monitor/alerts/history-files.ts';
import { writePrivately } from '../../../electron/storage/write-privately.ts';
import { csvRows } from '../../../electron/text/csv.ts';
import { openAlertFiles } from './alert-files.ts';

const accountId = 'long';

/** Holds ways to read a history that was recorded on a real disk. */
export type LongHistory = {
  /** As a start reads it: as far back as the rules look. */
  open(): unknown;
  /** Every total of the account, for the charts of months. */
  totals(): unknown;
  /** Every figure, as the export reads them. */
  all(): unknown;
  /** Exports it as the app does once the user has chosen a file, and returns that file. */
  exported(): Promise<string>;
};

/** Records a total each hour and a list each day, in which every sub-user has used something. */
export function recordLongHistory(folder: string, size: { months: number; subUsers: number }): LongHistory {
  const { historyFiles } = openAlertFiles(folder);
  const begin = Date.UTC(2025, 10, 1);
  const end = Date.UTC(2025, 10 + size.months, 1);
  for (let at = begin; at < end; at += dayMs) recordDay(historyFiles, at, size.subUsers);
  const names = new Map(Array.from({ length: size.subUsers }, (_, id) => [id + 1, `crawler_${id + 1}`]));
  return {
    open: () => historyFiles.open(accountId, end),
    totals: () => historyFiles.totals(accountId),
    all: () => [...historyFiles.all(accountId)],
    async exported() {
      const file = join(folder, 'history.csv');
      await writePrivately(file, historyCsv(csvRows, historyFiles.all(accountId), names));
      return file;
    },
  };
}

function recordDay(files: HistoryFiles, at: number, subUsers: number): void {
  const period = `${new Date(at).toISOString().slice(0, 7)}-01`;
  const day = new Date(at).getUTCDate();
  const totals = Array.from({ length: 24 }, (_, hour) => ({
    kind: 'total' as const,
    at: at + hour * 3_600_000,
    period,
    totalGb: day * 10 + hour,
  }));
  const trafficGb: Record<string, number> = Object.fromEntries(
    Array.from({ length: subUsers }, (_, id) => [id + 1, (id * day) / 997]),
  );
  files.record(accountId, [...totals, { kind: 'sub-users', at, period, full: day === 1, trafficGb }]);
}
