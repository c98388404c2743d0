import { readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Kept, OddFile } from '../contract/storage.ts';
import { copyName, namesIn, ownFiles, replaceFile } from './own-files.ts';
import type { WriteQueue } from './write-queue.ts';

/** Small JSON files in a folder of their own, each replaced whole: 0600 in 0700. Names are the caller's, without folders. None throws. */
export type ReportFolder = {
  /** Null for a file that is not there or is not JSON. */
  read(name: string): unknown;
  write(name: string, value: unknown): void;
  /** Removes the files whose names do not pass. */
  sweep(keeps: (name: string) => boolean): void;
};

export type ReportFolderParts = {
  folder: string;
  what: Kept;
  queue: WriteQueue;
  /** Absent: a file that is not JSON is of no worth, and is made anew. Else it is set aside, and told. */
  odd?: { now: () => number; tell: (file: OddFile) => void };
};

export function openReportFolder({ folder, what, queue, odd }: ReportFolderParts): ReportFolder {
  /** What could not be written yet, by name; null is a file that has to go. */
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

  function setAside(name: string): void {
    if (odd === undefined) return;
    const copy = copyName(name, 'unreadable', odd.now());
    queue.write(join(folder, copy), what, () => renameSync(join(folder, name), join(folder, copy)));
    odd.tell({ what, why: 'unreadable', copy });
  }

  return {
    read(name) {
      const text = waiting.has(name) ? waiting.get(name) : textOf(join(folder, name));
      try {
        return JSON.parse(text ?? 'null');
      } catch {
        setAside(name);
        return null;
      }
    },
    write: (name, value) => put(name, JSON.stringify(value)),
    sweep(keeps) {
      const names = new Set([...namesIn(folder), ...waiting.keys()]);
      for (const name of names) if (!keeps(name)) put(name, null);
    },
  };
}

/** Null where there is no file, or none that can be read: then writing it fails as well, and that is told. */
function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
