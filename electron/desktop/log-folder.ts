import {
  appendFileSync,
  chmodSync,
  closeSync,
  existsSync,
  fstatSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

/** Files of lines that are only added to, in a folder of their own: 0600 in 0700. Names are the caller's, without folders. */
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

const lineEnd = 0x0a;
const stepBytes = 64 * 1024;

export function openLogFolder(profile: string, folderName: string): LogFolder {
  const folder = join(profile, folderName);
  const place = (name: string) => join(folder, name);
  /** Files whose end is known to be that of a line. */
  const whole = new Set<string>();
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  for (const name of readdirSync(folder)) if (name.endsWith('.new')) rmSync(place(name), { force: true });

  return {
    read(name) {
      if (!existsSync(place(name))) return [];
      const text = readFileSync(place(name), 'utf8');
      return text
        .slice(0, text.lastIndexOf('\n') + 1)
        .split('\n')
        .slice(0, -1);
    },
    append(name, lines) {
      if (lines.length === 0) return;
      if (!whole.has(name)) cutTornLine(place(name));
      // A write that fails half way, as on a full disk, leaves a torn line too.
      whole.delete(name);
      appendFileSync(place(name), `${lines.join('\n')}\n`, { mode: 0o600 });
      whole.add(name);
    },
    replace(name, lines) {
      writeFileSync(`${place(name)}.new`, lines.map((line) => `${line}\n`).join(''), { mode: 0o600 });
      renameSync(`${place(name)}.new`, place(name));
      whole.add(name);
    },
    names: () => readdirSync(folder),
    remove(name) {
      rmSync(place(name), { force: true });
      whole.delete(name);
    },
  };
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
