import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { picturesIn } from './pictures/readme.ts';
import { runOffScreen } from './session/off-screen.ts';

/** `npm run pictures`: takes a picture of every state into `test-results/pictures/`, and replaces the README's in `docs/pictures/`. */
const root = resolve(import.meta.dirname, '..');

process.exitCode = await runOffScreen(root, ['build/pictures/inside.ts'], (output) => {
  const all = join(root, 'test-results/pictures');
  rmSync(all, { recursive: true, force: true });
  cpSync(output, all, { recursive: true });
  for (const name of picturesIn(readFileSync(join(root, 'README.md'), 'utf8')))
    compress(join(all, name), join(root, 'docs/pictures', name));
  return 'remove';
});

/** Writes a picture with a palette of 256 colours, which the eye does not miss and which takes a third of the space. */
function compress(from: string, to: string): void {
  execFileSync('convert', [
    from,
    '+dither',
    '-colors',
    '256',
    '-define',
    'png:compression-level=9',
    `PNG8:${to}`,
  ]);
}
