import {
  chmodSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/** What a kill left behind: of our own atomic replace, and of electron-store's. */
const temporary = /\.new$|\.json\.tmp-/;

/** Makes a folder where there is none, and takes the rights of everybody but its owner away. Throws where it cannot be made. */
export function ownFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  ownAlone(folder);
}

/** Readies the files of a folder that are ours: `isOurs` tells by the name. Orphan temporary files go. */
export function ownFiles(folder: string, isOurs: (name: string) => boolean = () => true): void {
  ownFolder(folder);
  for (const name of readdirSync(folder)) {
    if (!isOurs(name)) continue;
    if (temporary.test(name)) rmSync(join(folder, name), { force: true });
    else ownAlone(join(folder, name));
  }
}

/** Replaces a file whole or not at all: 0600. Throws where that fails, and then the old file is as it was. */
export function replaceFile(file: string, text: string | Buffer): void {
  const fresh = `${file}.new`;
  ownFolder(dirname(file));
  try {
    // `flush`: after a power cut the old file is there or the new one, never an empty one.
    writeFileSync(fresh, text, { mode: 0o600, flush: true });
    renameSync(fresh, file);
  } catch (error) {
    removeQuietly(fresh);
    throw error;
  }
}

/** The files of a folder; none where it could not be made or read, and then writing tells why. */
export function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** The name of the copy of a file that was not understood, with its time. */
export function copyName(name: string, why: string, at: number): string {
  const time = new Date(at).toISOString().replaceAll(':', '-');
  return name.endsWith('.json') ? `${name.slice(0, -5)}.${why}-${time}.json` : `${name}.${why}-${time}`;
}

/** The system's short code of an error (`ENOSPC`), or its kind. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}

/** Only ever tightens: a folder that somebody made read-only stays so. */
function ownAlone(path: string): void {
  const { mode } = statSync(path);
  if ((mode & 0o077) !== 0) chmodSync(path, mode & 0o700);
}

/** A half-written file on a full disk would only be in the way; the failure that matters is the write's. */
function removeQuietly(file: string): void {
  try {
    unlinkSync(file);
  } catch {}
}
