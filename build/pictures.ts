import { cpSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { runOffScreen } from './session/off-screen.ts';

/** `npm run pictures`: takes the pictures of every state in `docs/` anew, light and dark, at 1x and 2x. */
const root = resolve(import.meta.dirname, '..');

process.exitCode = await runOffScreen(root, 'build/pictures/inside.ts', (output) => {
  cpSync(output, join(root, 'docs'), { recursive: true });
  return 'remove';
});
