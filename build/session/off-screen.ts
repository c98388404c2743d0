import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { resolveRuntime } from '../runtime/resolve.ts';
import { build } from './build.ts';
import { binary } from './run.ts';
import { runAtHome } from './run-at-home.ts';
import { stage } from './stage.ts';
import { ensureSystemLibraries } from './system-libraries.ts';
import { testUser } from './test-user.ts';

/**
 * Runs a script in a separate desktop session, with the runtime in OXYGAUGE_ELECTRON and a folder to write to in
 * OXYGAUGE_OUTPUT. Hands that folder to `done`, removes it unless asked to keep it, and returns the script's exit code.
 */
export async function runOffScreen(
  root: string,
  script: readonly string[],
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
    const tsx = binary('tsx/dist/cli.mjs');
    return await runAtHome([...tsx, 'build/session/in-desktop-session.ts', ...tsx, ...script], {
      user,
      cwd: staged.folder,
      environment: { OXYGAUGE_ELECTRON: executable, OXYGAUGE_OUTPUT: output },
    });
  } finally {
    staged.remove();
    if (done(output) === 'remove') rmSync(output, { recursive: true, force: true });
  }
}
