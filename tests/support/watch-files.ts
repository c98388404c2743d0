import { openLogFolder } from '../../electron/desktop/log-folder.ts';
import { openReportFolder } from '../../electron/desktop/report-folder.ts';
import { createHistoryShelf, type Shelf } from '../../electron/monitor/watch/history-shelf.ts';
import type { Disk } from './watching.ts';

/** The files of a profile in which watching keeps what it keeps, as main opens them. */
export function openWatchFiles(profile: string): Disk & { shelf: Shelf } {
  const history = openLogFolder(profile, 'history');
  return {
    history,
    shelf: createHistoryShelf(history),
    alerts: openLogFolder(profile, 'alerts'),
    memories: openReportFolder(profile, 'alerts-told'),
  };
}
