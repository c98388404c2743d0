import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { FileKind, UnreadableFile } from '../contract/storage.ts';
import type { ValueFile } from './files.ts';
import { codeOf, copyName, namesIn, ownFiles, ownFolder, replaceFile } from './private-files.ts';
import { mostBytes, readEnd, readText } from './read-file.ts';
import type { WriteQueue } from './write-queue.ts';

/** Holds a value that was read. `whole` is false if a part of it could not be used. */
export type Understood<Value> = { value: Value; whole: boolean };

/** Describes how one kind of file is written and read. */
export type FileFormat<Value> = {
  what: FileKind;
  /** Without the extension. */
  name: string;
  /**
   * Lifts a value from the version of its index to the next. Their number is the app's own version; the first builds wrote
   * none, which counts as 0.
   */
  migrations: readonly ((value: unknown) => unknown)[];
  /** Returns null if no part of a value can be used. */
  understand: (value: unknown) => Understood<Value> | null;
};

type ValueFileParts<Value> = {
  folder: string;
  format: FileFormat<Value>;
  queue: WriteQueue;
  /** Replaces `NAME.json` atomically. Throws if that fails. */
  replace: (folder: string, name: string, value: Record<string, unknown>) => void;
  now: () => number;
  /** Called for each problem with the file. */
  onUnreadable: (file: UnreadableFile) => void;
};

const copyTime = /\.(?:unreadable|newer|values)-(.+)\.json$/;
/** The most copies of an unreadable file. */
const mostCopies = 5;

/**
 * Opens `NAME.json`. An unreadable file is set aside with its time; one that is newer than the app or only half understood
 * is never overwritten without a copy.
 */
export function openValueFile<Value>({
  folder,
  format,
  queue,
  replace,
  now,
  onUnreadable,
}: ValueFileParts<Value>): ValueFile<Value> {
  const { what, name } = format;
  const file = join(folder, `${name}.json`);
  queue.write(`${file}#`, what, () => ownFiles(folder, (each) => each.startsWith(`${name}.`)));
  const found = readStored(file, format);
  let value = found.kind === 'good' || found.kind === 'values' || found.kind === 'newer' ? found.value : null;
  /** Why the file has to be copied before it is overwritten. */
  let uncopied: UnreadableFile['why'] | null = null;

  function makeWay(): void {
    const why = uncopied;
    const copy = why !== null && existsSync(file) ? keepCopy(folder, name, why, now()) : null;
    uncopied = null;
    if (why !== null && copy !== null) onUnreadable({ what, why, copy });
  }

  function put(next: Value | null): void {
    value = next;
    queue.write(file, what, () => {
      if (next === null) {
        removeCopies(folder, name, 0);
        rmSync(file, { force: true });
        return;
      }
      if (isInTheWay(file)) uncopied = 'unreadable';
      makeWay();
      ownFolder(folder);
      replace(folder, name, { version: format.migrations.length, value: next });
    });
  }

  if (found.kind === 'unreadable' || found.kind === 'newer' || found.kind === 'values') {
    uncopied = found.kind;
    onUnreadable({ what, why: found.kind, copy: null });
  }
  if (found.kind === 'unreadable' && found.damaged) queue.write(file, what, makeWay);
  // Written at once, so that the next start finds a valid file, and the problem is reported once.
  if (found.kind === 'values') put(found.value);

  return { read: () => value, write: put };
}

type Found<Value> =
  | { kind: 'none' }
  | { kind: 'good' | 'values' | 'newer'; value: Value | null }
  /** Not `damaged`: the system denied access, which may pass. */
  | { kind: 'unreadable'; damaged: boolean };

function readStored<Value>(file: string, { migrations, understand }: FileFormat<Value>): Found<Value> {
  try {
    if (!existsSync(file)) return { kind: 'none' };
    const stored: unknown = JSON.parse(readText(file));
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
    // Neither JSON.parse nor a failed migration sets `error.code`.
    return { kind: 'unreadable', damaged: !/^E[A-Z]+$/.test(codeOf(error)) };
  }
}

/** Returns whether something else took the file's place while the app ran, which would block or break its replacement. */
function isInTheWay(file: string): boolean {
  const found = statSync(file, { throwIfNoEntry: false });
  return found !== undefined && (!found.isFile() || found.size > mostBytes);
}

/** Copies the file, and returns the copy's name. */
function keepCopy(folder: string, name: string, why: UnreadableFile['why'], at: number): string {
  const file = join(folder, `${name}.json`);
  const copy = copyName(`${name}.json`, why, at);
  // A readable file stays in place until its successor is complete.
  if (why === 'unreadable') renameSync(file, join(folder, copy));
  else replaceFile(join(folder, copy), readEnd(file).bytes);
  removeCopies(folder, name, mostCopies);
  return copy;
}

/** Removes all copies but the newest. */
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
