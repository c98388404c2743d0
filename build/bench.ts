import { resolve } from 'node:path';
import { resolveRuntime } from './runtime/resolve.ts';
import { build } from './session/build.ts';
import { runInDesktopSession } from './session/desktop-session.ts';
import { binary } from './session/run.ts';
import { stage } from './session/stage.ts';
import { ensureSystemLibraries } from './session/system-libraries.ts';
import { testUser } from './session/test-user.ts';

/** `npm run bench`: Oxygauge and a bare Electron in turn, in one session; prints JSON with the ratios. */
const root = resolve(import.meta.dirname, '..');
ensureSystemLibraries();
const { executable } = await resolveRuntime({ allowRegistry: true });
await build(root);
const user = testUser();
const staged = stage(root, user);
try {
  process.exitCode = await runInDesktopSession([...binary('tsx/dist/cli.mjs'), 'build/bench/measure.ts'], {
    user,
    cwd: staged.folder,
    environment: { OXYGAUGE_ELECTRON: executable },
  });
} finally {
  staged.remove();
}
