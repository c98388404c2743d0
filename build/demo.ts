import { resolve } from 'node:path';
import { resolveRuntime } from './runtime/resolve.ts';
import { ruleForRoot } from './session/as-root.ts';
import { build } from './session/build.ts';
import { hasDisplay } from './session/display.ts';
import { runOffScreen } from './session/off-screen.ts';
import { run } from './session/run.ts';
import { missingForStart } from './session/shared-objects.ts';
import { MissingLibrariesError } from './session/system-libraries.ts';

/**
 * `npm run demo` starts the app on the simulator. Without a display it runs off-screen in a separate desktop
 * session, prints the tray's tooltip, saves pictures of the windows and ends.
 */
const root = resolve(import.meta.dirname, '..');

process.exitCode = hasDisplay() ? await onScreen() : await offScreen();

async function onScreen(): Promise<number> {
  const { executable } = await resolveRuntime({ allowRegistry: true });
  const missing = missingForStart(executable);
  if (missing !== null) {
    console.error(missing);
    return 1;
  }
  await build(root);
  const asRoot = ruleForRoot(process.getuid?.() === 0, true);
  if (asRoot.says !== null) console.error(asRoot.says);
  return run([executable, root, '--demo', ...process.argv.slice(2), ...asRoot.switches]);
}

async function offScreen(): Promise<number> {
  console.log('There is no display here, so the demo runs off-screen.');
  try {
    // The printed paths lead to the pictures, so the folder stays.
    return await runOffScreen(root, ['build/demo-off-screen.ts'], () => 'keep');
  } catch (error) {
    if (!(error instanceof MissingLibrariesError)) throw error;
    console.error(error.message);
    return 1;
  }
}
