import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { resolveRuntime } from '../runtime/resolve.ts';
import { build } from './build.ts';
import { runInDesktopSession } from './desktop-session.ts';
import { binary } from './run.ts';
import { stage } from './stage.ts';
import { ensureSystemLibraries } from './system-libraries.ts';
import { testUser } from './test-user.ts';

/**
 * Runs a script of ours in a desktop session of its own, with everything it needs made first. It finds the runtime in
 * OXYGAUGE_ELECTRON and may write to the folder OXYGAUGE_OUTPUT, which `done` is handed before it is removed, unless it
 * asks to keep it. Answers with the script's exit code.
 */
export async function runOffScreen(
  root: string,
  script: string,
  done: (output: string) => 'keep' | 'remove' = () => 'remove',
): Promise<number> {
  ensureSystemLibraries();
  const { executable } = await resolveRuntime({ allowRegistry: true });
  await build(root);
  const user = testUser();
  const staged = stage(root, user);
  const output = mkdtempSync(join(tmpdir(), 'oxygauge-output-'));
  user.giveTo(output);
  try {
    return await runInDesktopSession([...binary('tsx/dist/cli.mjs'), script], {
      user,
      cwd: staged.folder,
      environment: { OXYGAUGE_ELECTRON: executable, OXYGAUGE_OUTPUT: output },
    });
  } finally {
    staged.remove();
    if (done(output) === 'remove') rmSync(output, { recursive: true, force: true });
  }
}
