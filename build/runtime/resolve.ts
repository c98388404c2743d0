import { join } from 'node:path';
import { chooseRuntime, type Runtime } from './choice.ts';
import { downloadOfficial, executableName, installedOfficial } from './official.ts';
import { registryRuntime } from './registry.ts';

const names = {
  override: 'the Electron of your own choice',
  installed: 'the official Electron',
  downloaded: 'the official Electron',
  registry: 'a stock Electron 33.2.1 out of a registry package',
} as const;

/** Finds the Electron to run on, and prints in one line which it is and why. Throws NoRuntimeError if there is none. */
export async function resolveRuntime({ allowRegistry }: { allowRegistry: boolean }): Promise<Runtime> {
  const chosen = await chooseRuntime(
    {
      override: process.env.ELECTRON_OVERRIDE_DIST_PATH || null,
      installed: installedOfficial,
      download: downloadOfficial,
      registry: registryRuntime,
    },
    allowRegistry,
  );
  console.log(`Runtime: ${names[chosen.source]}: ${chosen.reason}.`);
  return { ...chosen, executable: join(chosen.distPath, executableName()) };
}
