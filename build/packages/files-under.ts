import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Returns the files and links under a folder, as paths from it, in an order that no file system decides. */
export function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}
