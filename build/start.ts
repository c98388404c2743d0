import { resolve } from 'node:path';
import { NoRuntimeError } from './runtime/choice.ts';
import { resolveRuntime } from './runtime/resolve.ts';
import { build } from './session/build.ts';
import { hasDisplay } from './session/display.ts';
import { run } from './session/run.ts';
import { missingForStart } from './session/shared-objects.ts';

/** `npm start`: the app on the real service. `--use-test-runtime` takes the registry's Electron; the rest goes to the app. */
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
  // Chromium refuses to run as root with its sandbox. On the runtime for tests that is said and done without.
  const asRoot = process.getuid?.() === 0;
  if (asRoot && runtime.source !== 'registry') {
    console.error('Do not start Oxygauge as root: its windows would run without their sandbox.');
    return 1;
  }
  const missing = missingForStart(runtime.executable);
  if (missing !== null) {
    console.error(missing);
    return 1;
  }
  await build(root);
  const rest = words.filter((word) => word !== testRuntime);
  return run([runtime.executable, root, ...rest, ...(asRoot ? ['--no-sandbox'] : [])]);
}
