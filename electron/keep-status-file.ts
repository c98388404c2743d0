import type { Monitor } from './monitor/monitor.ts';
import { keepStatus } from './monitor/status/keep-status.ts';
import { statusPlaces } from './status-places.ts';
import { openStatusFiles } from './storage/status-files.ts';

export type KeepStatusFileParts = {
  profile: string;
  monitor: Pick<Monitor, 'store' | 'log'>;
  now: () => number;
};

/** Keeps the files for scripts and status bars while the user wants them. Returns the function that removes them. */
export function keepStatusFile({ profile, monitor, now }: KeepStatusFileParts): () => void {
  return keepStatus({
    store: monitor.store,
    files: openStatusFiles(statusPlaces(profile)),
    now,
    afterTurn: setImmediate,
    report: monitor.log.report,
  });
}
