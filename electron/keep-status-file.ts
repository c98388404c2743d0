import { usualProfile } from './desktop/app/profile.ts';
import type { Monitor } from './monitor/monitor.ts';
import { keepStatus } from './monitor/status/keep-status.ts';
import { openStatusFiles, runtimeFolder } from './storage/status-files.ts';

export type KeepStatusFileParts = {
  profile: string;
  monitor: Pick<Monitor, 'store' | 'log'>;
  now: () => number;
};

/** Keeps the files for scripts and status bars while the user wants them. Returns the function that removes them. */
export function keepStatusFile({ profile, monitor, now }: KeepStatusFileParts): () => void {
  const runtime = runtimeFolder({
    platform: process.platform,
    runtimeDir: process.env.XDG_RUNTIME_DIR,
    uid: process.getuid?.(),
  });
  return keepStatus({
    store: monitor.store,
    files: openStatusFiles({ profile, usualProfile: usualProfile(), runtime }),
    now,
    afterTurn: setImmediate,
    report: monitor.log.report,
  });
}
