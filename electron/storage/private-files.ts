import {
  chmodSync,
  closeSync,
  constants,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { nonBlocking } from './read-file.ts';

/** Matches what a kill leaves behind, of our own atomic replace and of electron-store's. */
const temporary = /\.new$|\.json\.tmp-/;

/** Creates a folder if there is none, and makes it accessible to its owner only. Throws if it cannot be created. */
export function ownFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  ownAlone(folder);
}

/** Makes our files in a folder (`isOurs` decides by name) private, and removes orphan temporary files. */
export function ownFiles(folder: string, isOurs: (name: string) => boolean = () => true): void {
  ownFolder(folder);
  for (const name of readdirSync(folder)) {
    if (!isOurs(name)) continue;
    if (temporary.test(name)) rmSync(join(folder, name), { force: true });
    else ownAlone(join(folder, name));
  }
}

/** Replaces a file atomically, with mode 0600. Throws if that fails, and leaves the old file intact. */
export function replaceFile(file: string, text: string | Buffer): void {
  const fresh = `${file}.new`;
  ownFolder(dirname(file));
  try {
    // `flush`: after a power cut, the old file or the new one is there, never an empty one.
    writeTo(fresh, constants.O_TRUNC, text, true);
    renameSync(fresh, file);
  } catch (error) {
    removeQuietly(fresh);
    throw error;
  }
}

/**
 * Writes to a file that is opened with O_TRUNC or O_APPEND, mode 0600, and waits for the disk if asked to. A FIFO of that
 * name is an error, and not a wait for its reader.
 */
export function writeTo(file: string, how: number, text: string | Buffer, flush: boolean): void {
  const handle = openSync(file, constants.O_WRONLY | constants.O_CREAT | nonBlocking | how, 0o600);
  try {
    writeFileSync(handle, text, { flush });
  } finally {
    closeSync(handle);
  }
}

/** Returns the files of a folder; none if it could not be created or read, which a later write reports. */
export function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Returns the name for a copy of an unreadable file, with the time. */
export function copyName(name: string, why: string, at: number): string {
  const time = new Date(at).toISOString().replaceAll(':', '-');
  return name.endsWith('.json') ? `${name.slice(0, -5)}.${why}-${time}.json` : `${name}.${why}-${time}`;
}

/** Returns an error's system code (`ENOSPC`), or its kind. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}

/** Removes permissions of others, and never adds any: a folder that the user made read-only stays read-only. */
function ownAlone(path: string): void {
  const { mode } = statSync(path);
  if ((mode & 0o077) !== 0) chmodSync(path, mode & 0o700);
}

/**
 * Removes a half-written file, which would only fill a full disk further. Ignores errors, since the write's own failure is
 * reported.
 */
function removeQuietly(file: string): void {
  try {
    unlinkSync(file);
  } catch {}
}
