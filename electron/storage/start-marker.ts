import { createHash } from 'node:crypto';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { UnreadableFile } from '../contract/storage.ts';
import { copyName, replaceFile } from './private-files.ts';
import { readText } from './read-file.ts';

/** How often a start may fail with the same settings before it does without them. */
const mostFailures = 2;

export type StartMarker = {
  /** Notes that the app is there, or ends in order: a start that failed does neither. */
  cameUp(): void;
  /** Notes that the start has failed, so that no orderly end of the rest counts as success. */
  failed(): void;
};

/**
 * Counts the starts that read these settings and never came up, and sets the settings aside after two of them. Never
 * throws: where the folder cannot be written to, nothing is counted.
 */
export function markStart(
  profile: string,
  now: () => number,
  onSetAside: (file: UnreadableFile) => void,
): StartMarker {
  const file = join(profile, 'starting.json');
  let failed = false;
  try {
    const settings = join(profile, 'settings.json');
    const hash = hashOf(settings);
    const failures = hash === null ? 0 : failuresWith(file, hash);
    if (failures >= mostFailures) {
      const copy = copyName('settings.json', 'unreadable', now());
      renameSync(settings, join(profile, copy));
      onSetAside({ what: 'settings', why: 'stops-start', copy });
    }
    if (hash !== null && failures < mostFailures)
      replaceFile(file, JSON.stringify({ settings: hash, starts: failures + 1 }));
    else rmSync(file, { force: true });
  } catch {
    // A profile that cannot be written to is reported by what has to write there.
  }
  return {
    cameUp() {
      if (!failed) removeQuietly(file);
    },
    failed() {
      failed = true;
    },
  };
}

/** Returns null where there are no settings, so that they cannot be what stops the start. */
function hashOf(settings: string): string | null {
  if (!existsSync(settings)) return null;
  try {
    return createHash('sha256').update(readText(settings)).digest('hex');
  } catch {
    // The storage sets aside what is no file.
    return null;
  }
}

/** Other settings than those of the last start have not failed yet. */
function failuresWith(file: string, hash: string): number {
  try {
    const read: unknown = JSON.parse(readText(file, 1_000));
    if (typeof read !== 'object' || read === null || !('settings' in read) || !('starts' in read)) return 0;
    return read.settings === hash && Number.isInteger(read.starts) ? Number(read.starts) : 0;
  } catch {
    return 0;
  }
}

function removeQuietly(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // The next start counts one failure too many, and two are needed.
  }
}
