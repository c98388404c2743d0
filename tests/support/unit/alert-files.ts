import { join } from 'node:path';
import { type HistoryFiles, openHistoryFiles } from '../../../electron/monitor/alerts/history-files.ts';
import { openJsonFolder } from '../../../electron/storage/json-folder.ts';
import { openLinesFolder } from '../../../electron/storage/lines-folder.ts';
import { WriteQueue } from '../../../electron/storage/write-queue.ts';
import type { Disk } from './alert-run.ts';

/** Opens the files that alerts are stored in, on a real disk and without Electron. */
export function openAlertFiles(profile: string): Disk & { historyFiles: HistoryFiles } {
  const queue = new WriteQueue(() => () => {});
  const history = openLinesFolder(join(profile, 'history'), 'history', queue);
  return {
    history,
    historyFiles: openHistoryFiles(history),
    alerts: openLinesFolder(join(profile, 'alerts'), 'alerts', queue),
    memories: openJsonFolder({ folder: join(profile, 'alerts-told'), what: 'alert-memory', queue }),
  };
}
