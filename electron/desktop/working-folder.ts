import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ownFolder } from './own-files.ts';

/**
 * Where Chromium may put its lock and what it needs while it runs: the profile, or, where that cannot be written (read-only, a
 * full disk), a folder of the person's own among the temporary ones. The same for each start, so that there is one instance still.
 */
export function workingFolder(profile: string): string {
  if (canWrite(profile)) return profile;
  const place = createHash('sha256').update(profile).digest('hex').slice(0, 12);
  const folder = join(tmpdir(), `oxygauge-${process.getuid?.() ?? 'user'}-${place}`);
  try {
    return isOurs(folder) ? folder : mkdtempSync(join(tmpdir(), 'oxygauge-'));
  } catch {
    // Nothing can be written anywhere: Chromium makes do with what it has.
    return profile;
  }
}

/** By writing: a full disk has the rights. */
function canWrite(folder: string): boolean {
  // By its name a temporary file of the settings: were the app killed now, the next start would sweep it.
  const trial = join(folder, `settings.json.${process.pid}.new`);
  try {
    ownFolder(folder);
    writeFileSync(trial, 'trial', { mode: 0o600 });
    // A first instance that starts at this moment may have swept it: that it could be written is what counts.
    rmSync(trial, { force: true });
    return true;
  } catch {
    return false;
  }
}

/** Anybody can make a folder among the temporary ones: it counts only if it is a folder, ours, and closed to others. */
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
