import { resolve } from 'node:path';
import { Platform, build as pack } from 'electron-builder';
import { NoRuntimeError } from './runtime/choice.ts';
import { resolveRuntime } from './runtime/resolve.ts';
import { build } from './session/build.ts';

/**
 * `npm run dist`: packages for this system, on the official Electron. `--dir`: the unpacked app alone, which may be made
 * on the registry's runtime where no other is in reach.
 */
const root = resolve(import.meta.dirname, '..');
const unpacked = process.argv.includes('--dir');

try {
  const runtime = await resolveRuntime({ allowRegistry: unpacked });
  await build(root);
  await pack({
    projectDir: root,
    targets: unpacked ? Platform.current().createTarget('dir') : Platform.current().createTarget(),
    publish: 'never',
    config: {
      electronDist: runtime.distPath,
      ...(runtime.source === 'registry' && { electronVersion: '33.2.1' }),
    },
  });
} catch (error) {
  if (!(error instanceof NoRuntimeError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
