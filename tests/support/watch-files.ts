import { join } from 'node:path';
import { openLogFolder } from '../../electron/desktop/log-folder.ts';
import { openReportFolder } from '../../electron/desktop/report-folder.ts';
import { WriteQueue } from '../../electron/desktop/write-queue.ts';
import { createHistoryShelf, type Shelf } from '../../electron/monitor/watch/history-shelf.ts';
import type { Disk } from './watching.ts';

/** The files in which watching keeps what it keeps, on a real disk and without Electron. */
export function openWatchFiles(profile: string): Disk & { shelf: Shelf } {
  const queue = new WriteQueue(() => () => {});
  const history = openLogFolder(join(profile, 'history'), 'history', queue);
  return {
    history,
    shelf: createHistoryShelf(history),
    alerts: openLogFolder(join(profile, 'alerts'), 'alerts', queue),
    memories: openReportFolder({ folder: join(profile, 'alerts-told'), what: 'alert-memory', queue }),
  };
}
