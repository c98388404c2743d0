import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';

const root = resolve(import.meta.dirname, '..');

/** Returns the version that a package.json of the project names: its own, or that of a package in `node_modules/`. */
export function versionIn(file = 'package.json'): string {
  return z.object({ version: z.string() }).parse(JSON.parse(readFileSync(resolve(root, file), 'utf8')))
    .version;
}
