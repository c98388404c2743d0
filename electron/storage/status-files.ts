import { createHash } from 'node:crypto';
import { closeSync, constants, fstatSync, lstatSync, openSync, readFileSync, rmSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import { codeOf, replaceFile } from './private-files.ts';
import { nonBlocking } from './read-file.ts';

const names = { status: 'status.json', prometheus: 'oxygauge.prom' } as const;
type StatusFileName = keyof typeof names;

/** Throws where a file cannot be written. */
export type StatusFiles = {
  write(name: StatusFileName, text: string): void;
  remove(name: StatusFileName): void;
};

export type StatusPlaces = {
  profile: string;
  /** The profile of a start without `--user-data-dir`. */
  usualProfile: string;
  /** The user's folder for runtime files; null where there is none. */
  runtime: string | null;
};

/** A file of a thousand sub-users is smaller. */
const mostBytes = 4_000_000;

/** Opens the files for their writer: in the runtime folder, which ends with the session, or else in the profile. */
export function openStatusFiles(places: StatusPlaces): StatusFiles {
  const [folder = places.profile] = statusFolders(places);
  const written = new Map<StatusFileName, string>();
  return {
    write(name, text) {
      if (written.get(name) === text) return;
      replaceFile(join(folder, names[name]), text);
      written.set(name, text);
    },
    remove(name) {
      written.delete(name);
      for (const each of statusFolders(places)) rmSync(join(each, names[name]), { force: true });
    },
  };
}

/** Returns where the files may be, in the order in which to look. Each profile has a folder to itself. */
export function statusFolders({ profile, usualProfile, runtime }: StatusPlaces): string[] {
  if (runtime === null) return [profile];
  const folder = join(runtime, 'oxygauge');
  if (resolve(profile) === resolve(usualProfile)) return [folder, profile];
  const place = createHash('sha256').update(resolve(profile)).digest('hex').slice(0, 16);
  return [join(folder, place), profile];
}

type System = { platform: NodeJS.Platform; runtimeDir: string | undefined; uid: number | undefined };

/**
 * Returns the user's runtime folder on Linux, if it is the user's alone. A cron job has no XDG_RUNTIME_DIR, so the folder
 * that systemd makes is looked for too.
 */
export function runtimeFolder({ platform, runtimeDir, uid }: System): string | null {
  if (platform !== 'linux' || uid === undefined) return null;
  const folder = runtimeDir !== undefined && isAbsolute(runtimeDir) ? runtimeDir : `/run/user/${uid}`;
  const found = lstatSync(folder, { throwIfNoEntry: false });
  const isPrivate = found?.isDirectory() && found.uid === uid && (found.mode & 0o077) === 0;
  return isPrivate ? folder : null;
}

/** Why a status file cannot be used. `link`, `foreign` and `unreadable` files are never read. */
export type StatusFileProblem = 'missing' | 'link' | 'foreign' | 'unreadable';

/** Reads the status file. A link or a file of another user could show figures that Oxygauge never wrote. */
export function readStatusFile(
  places: StatusPlaces,
  uid: number | undefined,
): { text: string } | { problem: StatusFileProblem } {
  for (const folder of statusFolders(places)) {
    const found = readOwn(join(folder, names.status), uid);
    if (!('problem' in found) || found.problem !== 'missing') return found;
  }
  return { problem: 'missing' };
}

function readOwn(file: string, uid: number | undefined): { text: string } | { problem: StatusFileProblem } {
  let handle: number;
  try {
    handle = openSync(file, constants.O_RDONLY | nonBlocking | (constants.O_NOFOLLOW ?? 0));
  } catch (error) {
    return { problem: problemOf(codeOf(error)) };
  }
  try {
    const found = fstatSync(handle);
    if (!found.isFile() || found.size > mostBytes) return { problem: 'unreadable' };
    if (uid !== undefined && found.uid !== uid) return { problem: 'foreign' };
    return { text: readFileSync(handle, 'utf8') };
  } catch {
    return { problem: 'unreadable' };
  } finally {
    closeSync(handle);
  }
}

function problemOf(code: string): StatusFileProblem {
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'missing';
  // Linux answers so for a link that must not be followed.
  return code === 'ELOOP' ? 'link' : 'unreadable';
}
