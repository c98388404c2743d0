import { resolve } from 'node:path';
import { NoRuntimeError } from './runtime/choice.ts';
import { resolveRuntime } from './runtime/resolve.ts';
import { ruleForRoot } from './session/as-root.ts';
import { build } from './session/build.ts';
import { hasDisplay } from './session/display.ts';
import { run } from './session/run.ts';
import { missingForStart } from './session/shared-objects.ts';

/**
 * `npm start` starts the app on the real service. `--use-test-runtime` selects the registry's Electron; other
 * words go to the app.
 */
const root = resolve(import.meta.dirname, '..');
const testRuntime = '--use-test-runtime';
const words = process.argv.slice(2);

process.exitCode = await main();

async function main(): Promise<number> {
  if (!hasDisplay()) {
    console.error('There is no display here: start Oxygauge in a desktop session, or try npm run demo.');
    return 1;
  }
  const allowRegistry = words.includes(testRuntime);
  const runtime = await resolveRuntime({ allowRegistry }).catch((error: unknown) => {
    if (error instanceof NoRuntimeError) return error;
    throw error;
  });
  if (runtime instanceof NoRuntimeError) {
    console.error(runtime.message);
    return 1;
  }
  const asRoot = ruleForRoot(process.getuid?.() === 0, runtime.source === 'registry');
  if (asRoot.says !== null) console.error(asRoot.says);
  if (!asRoot.starts) return 1;
  const missing = missingForStart(runtime.executable);
  if (missing !== null) {
    console.error(missing);
    return 1;
  }
  await build(root);
  const rest = words.filter((word) => word !== testRuntime);
  return run([runtime.executable, root, ...rest, ...asRoot.switches]);
}
