import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { resolveRuntime } from './runtime/resolve.ts';
import { build } from './session/build.ts';
import { runInDesktopSession } from './session/desktop-session.ts';
import { binary } from './session/run.ts';
import { stage } from './session/stage.ts';
import { ensureSystemLibraries } from './session/system-libraries.ts';
import { testUser } from './session/test-user.ts';

/** `npm run pictures`: takes the pictures of every state in `docs/` anew, light and dark, at 1x and 2x. */
const root = resolve(import.meta.dirname, '..');
ensureSystemLibraries();
const { executable } = await resolveRuntime({ allowRegistry: true });
await build(root);
const user = testUser();
const staged = stage(root, user);
const folder = mkdtempSync(join(tmpdir(), 'oxygauge-pictures-'));
user.giveTo(folder);
try {
  process.exitCode = await runInDesktopSession([...binary('tsx/dist/cli.mjs'), 'build/pictures-inside.ts'], {
    user,
    cwd: staged.folder,
    environment: { OXYGAUGE_ELECTRON: executable, OXYGAUGE_PICTURES: folder },
  });
  mkdirSync(join(root, 'docs'), { recursive: true });
  cpSync(folder, join(root, 'docs'), { recursive: true });
} finally {
  staged.remove();
  rmSync(folder, { recursive: true, force: true });
}
