import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  ftruncateSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
} from 'node:fs';
import { join } from 'node:path';
import type { FileKind, UnreadableFile } from '../contract/storage.ts';
import type { LinesFiles } from './files.ts';
import { copyName, namesIn, ownFiles, ownFolder, replaceFile, writeTo } from './private-files.ts';
import { mostBytes, NotOurFileError, readEnd } from './read-file.ts';
import type { WriteQueue } from './write-queue.ts';

/** What could not be written yet to one file. */
type Waiting = { replaces: boolean; lines: string[] };

export type LinesFolderOptions = {
  /** The most that is read of a file, from its end. */
  mostBytes?: number;
  /** Waits until each append is on the disk, as what depends on it is. */
  flush?: boolean;
  now?: () => number;
  /** Called once for each file that is too large to be read whole, or that is no file. */
  onUnreadable?: (file: UnreadableFile) => void;
};

const lineEnd = 0x0a;
const stepBytes = 64 * 1024;

/** Opens a folder of append-only files, 0600 in 0700. */
export function openLinesFolder(
  folder: string,
  what: FileKind,
  queue: WriteQueue,
  {
    mostBytes: most = mostBytes,
    flush = false,
    now = Date.now,
    onUnreadable = () => {},
  }: LinesFolderOptions = {},
): LinesFiles {
  const reported = new Set<string>();
  const place = (name: string) => join(folder, name);
  /** The files that are known to end with a complete line. */
  const whole = new Set<string>();
  const waiting = new Map<string, Waiting>();
  queue.write(folder, what, () => ownFiles(folder));

  function write(name: string, { replaces, lines }: Waiting): void {
    const text = lines.map((line) => `${line}\n`).join('');
    if (replaces && lines.length === 0) rmSync(place(name), { force: true });
    else if (replaces) replaceFile(place(name), text);
    else appendText(name, text);
  }

  function appendText(name: string, text: string): void {
    const file = place(name);
    ownFolder(folder);
    if (!whole.has(name)) cutTornLine(file);
    whole.add(name);
    const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
    try {
      writeTo(file, constants.O_APPEND, text, flush);
    } catch (error) {
      // A full disk may have taken half of it, and the next try would write it twice.
      whole.delete(name);
      if (size > 0) truncateSync(file, size);
      else rmSync(file, { force: true });
      throw error;
    }
  }

  function linesIn(name: string): string[] {
    try {
      const { bytes, cut } = readEnd(place(name), most);
      if (cut) reportOnce(name, { what, why: 'too-large', copy: null });
      return completeLines(bytes, cut);
    } catch (error) {
      if (error instanceof NotOurFileError) moveAside(name);
      // Otherwise it is missing, or access is denied: appending fails too then, which is reported.
      return [];
    }
  }

  function moveAside(name: string): void {
    const copy = copyName(name, 'unreadable', now());
    queue.write(place(copy), what, () => renameSync(place(name), place(copy)));
    reportOnce(name, { what, why: 'unreadable', copy });
  }

  function reportOnce(name: string, file: UnreadableFile): void {
    if (reported.has(name)) return;
    reported.add(name);
    onUnreadable(file);
  }

  function put(name: string, change: Waiting): void {
    waiting.set(name, change);
    queue.write(place(name), what, () => {
      write(name, change);
      waiting.delete(name);
    });
  }

  return {
    read(name) {
      const { replaces = false, lines = [] } = waiting.get(name) ?? {};
      return replaces ? [...lines] : [...linesIn(name), ...lines];
    },
    append(name, lines) {
      if (lines.length === 0) return;
      const { replaces = false, lines: before = [] } = waiting.get(name) ?? {};
      put(name, { replaces, lines: [...before, ...lines] });
    },
    replace: (name, lines) => put(name, { replaces: true, lines: [...lines] }),
    names() {
      const gone = (name: string) =>
        waiting.get(name)?.replaces === true && waiting.get(name)?.lines.length === 0;
      return [...new Set([...namesIn(folder), ...waiting.keys()])].filter((name) => !gone(name));
    },
    remove: (name) => put(name, { replaces: true, lines: [] }),
  };
}

/** Returns the lines that end in the bytes, without the rest of one that began before them. */
function completeLines(bytes: Buffer, cut: boolean): string[] {
  const from = cut ? bytes.indexOf(lineEnd) + 1 : 0;
  return bytes
    .toString('utf8', from, bytes.lastIndexOf(lineEnd) + 1)
    .split('\n')
    .slice(0, -1);
}

/** Cuts off what follows the last line break. */
function cutTornLine(file: string): void {
  if (!existsSync(file)) return;
  const handle = openSync(file, 'r+');
  try {
    ftruncateSync(handle, endOfLastLine(handle, fstatSync(handle).size));
  } finally {
    closeSync(handle);
  }
}

/** Searches from the end, so that a long file costs no more than a short one. */
function endOfLastLine(handle: number, size: number): number {
  const chunk = Buffer.alloc(stepBytes);
  for (let end = size; end > 0; end -= stepBytes) {
    const begin = Math.max(0, end - stepBytes);
    readSync(handle, chunk, 0, end - begin, begin);
    const at = chunk.subarray(0, end - begin).lastIndexOf(lineEnd);
    if (at !== -1) return begin + at + 1;
  }
  return 0;
}
