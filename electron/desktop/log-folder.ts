import {
  appendFileSync,
  closeSync,
  existsSync,
  fstatSync,
  ftruncateSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  truncateSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Kept } from '../contract/storage.ts';
import { namesIn, ownFiles, ownFolder, replaceFile } from './own-files.ts';
import type { WriteQueue } from './write-queue.ts';

/** Files of lines that are only added to, in a folder of their own: 0600 in 0700. Names are the caller's, without folders. None throws. */
export type LogFolder = {
  /** The whole lines of a file; none where it is not there. A last line that a kill cut short is not among them. */
  read(name: string): string[];
  /** Adds lines in one write. */
  append(name: string, lines: readonly string[]): void;
  /** Puts other lines in the place of all, at once or not at all. */
  replace(name: string, lines: readonly string[]): void;
  names(): string[];
  remove(name: string): void;
};

/** What could not be written yet of one file. */
type Waiting = { replaces: boolean; lines: string[] };

const lineEnd = 0x0a;
const stepBytes = 64 * 1024;

export function openLogFolder(folder: string, what: Kept, queue: WriteQueue): LogFolder {
  const place = (name: string) => join(folder, name);
  /** Files whose end is known to be that of a line. */
  const whole = new Set<string>();
  const waiting = new Map<string, Waiting>();
  queue.write(folder, what, () => ownFiles(folder));

  function write(name: string, { replaces, lines }: Waiting): void {
    const text = lines.map((line) => `${line}\n`).join('');
    if (replaces && lines.length === 0) rmSync(place(name), { force: true });
    else if (replaces) replaceFile(place(name), text);
    else append(name, text);
  }

  function append(name: string, text: string): void {
    const file = place(name);
    ownFolder(folder);
    if (!whole.has(name)) cutTornLine(file);
    whole.add(name);
    const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
    try {
      appendFileSync(file, text, { mode: 0o600 });
    } catch (error) {
      // A full disk may have taken a half of it, which would be there twice after the next try.
      whole.delete(name);
      if (size > 0) truncateSync(file, size);
      else rmSync(file, { force: true });
      throw error;
    }
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
      return replaces ? [...lines] : [...linesIn(place(name)), ...lines];
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

/** None where the file is not there, or cannot be read: then adding to it fails too, and that is told. */
function linesIn(file: string): string[] {
  try {
    const text = readFileSync(file, 'utf8');
    return text
      .slice(0, text.lastIndexOf('\n') + 1)
      .split('\n')
      .slice(0, -1);
  } catch {
    return [];
  }
}

/** Cuts off what follows the last line's end. */
function cutTornLine(file: string): void {
  if (!existsSync(file)) return;
  const handle = openSync(file, 'r+');
  try {
    ftruncateSync(handle, endOfLastLine(handle, fstatSync(handle).size));
  } finally {
    closeSync(handle);
  }
}

/** Looks from the end, so that a long file costs no more than a short one. */
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
