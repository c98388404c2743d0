import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Where this version's packages are, those of the next, and this version's again from another folder. */
export const release = resolve(import.meta.dirname, '../../release');
export const next = process.env.OXYGAUGE_NEXT ?? '';
export const again = process.env.OXYGAUGE_AGAIN ?? '';

/** Where a deb and an rpm install the app. */
export const installed = '/opt/Oxygauge';

/** Returns the one file in a folder whose name ends so. */
export function only(folder: string, ending: string): string {
  const [found, ...more] = readdirSync(folder).filter((name) => name.endsWith(ending));
  if (found === undefined || more.length > 0) throw new Error(`Not one ${ending} in ${folder}.`);
  return join(folder, found);
}

export const run = (program: string, ...words: string[]): string =>
  execFileSync(program, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
