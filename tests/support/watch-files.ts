import { createHistoryShelf, type Shelf } from '../../electron/monitor/watch/history-shelf.ts';
import { openFiles } from './storage.ts';
import type { Disk } from './watching.ts';

/** The files of a profile in which watching keeps what it keeps, as main opens them. */
export function openWatchFiles(profile: string): Disk & { shelf: Shelf } {
  const { history, alerts, alertMemories } = openFiles(profile);
  return { history, shelf: createHistoryShelf(history), alerts, memories: alertMemories };
}
