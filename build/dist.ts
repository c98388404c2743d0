import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Platform, build as pack } from 'electron-builder';
import { NoRuntimeError } from './runtime/choice.ts';
import { resolveRuntime } from './runtime/resolve.ts';
import { build } from './session/build.ts';

/**
 * `npm run dist` packages the app for this system, on the official Electron. `--dir` makes the unpacked app
 * only, on the registry's runtime where no other can be reached.
 */
const root = resolve(import.meta.dirname, '..');
/**
 * Files of a runtime's folder that no package needs: a default app, and another product's address for
 * updates.
 */
const leftovers = ['default_app.asar', 'app-update.yml'];
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
      async afterPack({ packager, appOutDir }) {
        const resources = packager.getResourcesDir(appOutDir);
        for (const name of leftovers) await rm(join(resources, name), { force: true });
      },
      ...(runtime.source === 'registry' && { electronVersion: '33.2.1' }),
    },
  });
} catch (error) {
  if (!(error instanceof NoRuntimeError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
