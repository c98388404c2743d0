import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Kept, OddFile } from '../contract/storage.ts';
import { codeOf, copyName, namesIn, ownFiles, ownFolder, replaceFile } from './own-files.ts';
import type { WriteQueue } from './write-queue.ts';

/** What became of a value that was read: `whole` is false where a part of it could not be used. */
export type Understood<Value> = { value: Value; whole: boolean };

/** How one kind of file is written and read. */
export type FileFormat<Value> = {
  what: Kept;
  /** Without its ending. */
  name: string;
  /** What lifts a value from the version of its place to the next. The app's own version is their count; the first builds wrote none, which is 0. */
  migrations: readonly ((value: unknown) => unknown)[];
  /** Null where nothing of a value can be used. */
  understand: (value: unknown) => Understood<Value> | null;
};

/** One value in a file of its own: 0600 in a 0700 folder, replaced whole or not at all. Neither throws. */
export type StoredFile<Value> = {
  /** The last that was written or read; null where there is none. */
  read(): Value | null;
  /** Null erases: the file, and the copies of it that were kept. */
  write(value: Value | null): void;
};

type StoredFileParts<Value> = {
  folder: string;
  format: FileFormat<Value>;
  queue: WriteQueue;
  /** Replaces `NAME.json`, whole or not at all; throws where that fails. */
  replace: (folder: string, name: string, value: Record<string, unknown>) => void;
  now: () => number;
  /** Told each time that something about it changed. */
  odd: (file: OddFile) => void;
};

const copyTime = /\.(?:unreadable|newer|values)-(.+)\.json$/;
/** So many copies of what was not understood are kept of a file. */
const mostCopies = 5;

/**
 * Opens `NAME.json`. What cannot be read at all is set aside with its time. What is newer than the app, or only half
 * understood, is never written over without a copy of it.
 */
export function openStoredFile<Value>({
  folder,
  format,
  queue,
  replace,
  now,
  odd,
}: StoredFileParts<Value>): StoredFile<Value> {
  const { what, name } = format;
  const file = join(folder, `${name}.json`);
  queue.write(`${file}#`, what, () => ownFiles(folder, (each) => each.startsWith(`${name}.`)));
  const found = readStored(file, format);
  let value = found.kind === 'good' || found.kind === 'values' || found.kind === 'newer' ? found.value : null;
  /** Why the file has to be copied before anything is written over it. */
  let uncopied: OddFile['why'] | null = null;

  function makeWay(): void {
    const why = uncopied;
    const copy = why !== null && existsSync(file) ? keepCopy(folder, name, why, now()) : null;
    uncopied = null;
    if (why !== null && copy !== null) odd({ what, why, copy });
  }

  function put(next: Value | null): void {
    value = next;
    queue.write(file, what, () => {
      if (next === null) {
        removeCopies(folder, name, 0);
        rmSync(file, { force: true });
        return;
      }
      makeWay();
      ownFolder(folder);
      replace(folder, name, { version: format.migrations.length, value: next });
    });
  }

  if (found.kind === 'unreadable' || found.kind === 'newer' || found.kind === 'values') {
    uncopied = found.kind;
    odd({ what, why: found.kind, copy: null });
  }
  if (found.kind === 'unreadable' && found.damaged) queue.write(file, what, makeWay);
  // So that the next start finds nothing odd, and the person is told once.
  if (found.kind === 'values') put(found.value);

  return { read: () => value, write: put };
}

type Found<Value> =
  | { kind: 'none' }
  | { kind: 'good' | 'values' | 'newer'; value: Value | null }
  /** Not `damaged`: the system did not let us read it, which may pass. */
  | { kind: 'unreadable'; damaged: boolean };

function readStored<Value>(file: string, { migrations, understand }: FileFormat<Value>): Found<Value> {
  try {
    if (!existsSync(file)) return { kind: 'none' };
    const stored: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (!isRecord(stored)) return { kind: 'unreadable', damaged: true };
    const { version = 0, value = null } = stored;
    if (typeof version !== 'number' || !Number.isInteger(version) || version < 0)
      return { kind: 'unreadable', damaged: true };
    if (value === null)
      return version > migrations.length ? { kind: 'newer', value: null } : { kind: 'none' };
    const lifted = migrations.slice(version).reduce<unknown>((each, lift) => lift(each), value);
    const understood = understand(lifted);
    if (version > migrations.length) return { kind: 'newer', value: understood?.value ?? null };
    if (understood === null) return { kind: 'unreadable', damaged: true };
    return { kind: understood.whole ? 'good' : 'values', value: understood.value };
  } catch (error) {
    // The parser's error has no system code, nor has that of a migration that met nonsense.
    return { kind: 'unreadable', damaged: !/^E[A-Z]+$/.test(codeOf(error)) };
  }
}

/** Answers with the copy's name. */
function keepCopy(folder: string, name: string, why: OddFile['why'], at: number): string {
  const file = join(folder, `${name}.json`);
  const copy = copyName(`${name}.json`, why, at);
  // What can be read stays in its place until its successor is complete.
  if (why === 'unreadable') renameSync(file, join(folder, copy));
  else replaceFile(join(folder, copy), readFileSync(file));
  removeCopies(folder, name, mostCopies);
  return copy;
}

/** All but the newest so many. */
function removeCopies(folder: string, name: string, keep: number): void {
  const copies = namesIn(folder).filter((each) => each.startsWith(`${name}.`) && copyTime.test(each));
  const oldest = copies.sort(byTime).slice(0, Math.max(0, copies.length - keep));
  for (const copy of oldest) rmSync(join(folder, copy), { force: true });
}

function byTime(one: string, other: string): number {
  const timeOf = (name: string) => copyTime.exec(name)?.[1] ?? '';
  return timeOf(one) < timeOf(other) ? -1 : 1;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
