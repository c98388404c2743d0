import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ownFolder } from './private-files.ts';

/**
 * Returns the folder for Chromium's lock and runtime files: the profile or, if that is read-only or on a full disk, a
 * private folder among the temporary ones. It is the same at each start, so there is still one instance.
 */
export function workingFolder(profile: string): string {
  if (canWrite(profile)) return profile;
  const place = createHash('sha256').update(profile).digest('hex').slice(0, 12);
  const folder = join(tmpdir(), `oxygauge-${process.getuid?.() ?? 'user'}-${place}`);
  try {
    return isOurs(folder) ? folder : mkdtempSync(join(tmpdir(), 'oxygauge-'));
  } catch {
    // No folder is writable, so Chromium has to do without.
    return profile;
  }
}

/** Probes by writing: on a full disk the permission bits look fine. */
function canWrite(folder: string): boolean {
  // Named like a temporary file of the settings, so that the next start removes it if the app is killed now.
  const trial = join(folder, `settings.json.${process.pid}.new`);
  try {
    ownFolder(folder);
    writeFileSync(trial, 'trial', { mode: 0o600 });
    // Another instance that starts now may have removed it. Being able to write is what counts.
    rmSync(trial, { force: true });
    return true;
  } catch {
    return false;
  }
}

/**
 * Returns whether a folder is a folder, ours, and closed to others, because any user can create one among the temporary
 * ones.
 */
function isOurs(folder: string): boolean {
  try {
    mkdirSync(folder, { mode: 0o700 });
    return true;
  } catch {
    const found = lstatSync(folder, { throwIfNoEntry: false });
    if (found === undefined || !found.isDirectory()) return false;
    return process.getuid === undefined || (found.uid === process.getuid() && (found.mode & 0o077) === 0);
  }
}
