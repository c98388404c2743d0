import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../driver/app.ts';

const rest = /import\((['"`])\.\/main-run\.js\1\)/;

const folders: string[] = [];

/** Removes the copies of a test: they hold the demo's password, which other tests search the home for. */
export function removeHeldApps(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/**
 * Returns a copy of the built app that waits between its tray and the rest, for as long as it takes to look at it, until
 * its main process calls `loadRest`.
 */
export function heldApp(): string {
  const folder = mkdtempSync(join(tmpdir(), 'oxygauge-held-'));
  folders.push(folder);
  cpSync(join(root, 'dist'), join(folder, 'dist'), { recursive: true });
  cpSync(join(root, 'package.json'), join(folder, 'package.json'));
  const entry = join(folder, 'dist/main-main.js');
  const code = readFileSync(entry, 'utf8');
  if (!rest.test(code)) throw new Error('The start imports the rest in another way than this expects.');
  const held = code.replace(rest, (load) => `globalThis.held.then(()=>${load})`);
  writeFileSync(entry, `globalThis.held=new Promise((load)=>{globalThis.loadRest=load});\n${held}`);
  return folder;
}
