import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { FileKind, UnreadableFile } from '../contract/storage.ts';
import type { JsonFiles } from './files.ts';
import { copyName, namesIn, ownFiles, replaceFile } from './private-files.ts';
import { NotOurFileError, readText } from './read-file.ts';
import type { WriteQueue } from './write-queue.ts';

export type JsonFolderParts = {
  folder: string;
  what: FileKind;
  queue: WriteQueue;
  /** If given, a file that is not JSON is set aside and reported; otherwise it counts as missing. */
  setAside?: { now: () => number; onUnreadable: (file: UnreadableFile) => void };
};

/** Opens a folder of JSON files, 0600 in 0700. */
export function openJsonFolder({ folder, what, queue, setAside }: JsonFolderParts): JsonFiles {
  /** The texts that could not be written yet, by name. Null removes the file. */
  const waiting = new Map<string, string | null>();
  queue.write(folder, what, () => ownFiles(folder));

  function put(name: string, text: string | null): void {
    const file = join(folder, name);
    waiting.set(name, text);
    queue.write(file, what, () => {
      if (text === null) rmSync(file, { force: true });
      else replaceFile(file, text);
      waiting.delete(name);
    });
  }

  function moveAside(name: string): void {
    if (setAside === undefined) return;
    const copy = copyName(name, 'unreadable', setAside.now());
    queue.write(join(folder, copy), what, () => renameSync(join(folder, name), join(folder, copy)));
    setAside.onUnreadable({ what, why: 'unreadable', copy });
  }

  /** Returns the names with what waits to be written, and without what waits to be removed. */
  function names(): string[] {
    const all = new Set([...namesIn(folder), ...waiting.keys()]);
    return [...all].filter((name) => waiting.get(name) !== null);
  }

  return {
    names,
    read(name) {
      try {
        const text = waiting.has(name) ? waiting.get(name) : textOf(join(folder, name));
        return JSON.parse(text ?? 'null');
      } catch {
        moveAside(name);
        return null;
      }
    },
    write: (name, value) => put(name, JSON.stringify(value)),
    sweep(keeps) {
      for (const name of names()) if (!keeps(name)) put(name, null);
    },
  };
}

/**
 * Returns null if the file is missing or access is denied. In the latter case writing fails too, which is reported. Throws
 * where something else is in its place.
 */
function textOf(file: string): string | null {
  try {
    return readText(file);
  } catch (error) {
    if (error instanceof NotOurFileError) throw error;
    return null;
  }
}
