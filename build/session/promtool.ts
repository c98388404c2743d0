import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from '../runtime/cache.ts';

/**
 * Returns the checker of Prometheus, or throws an error that says what to install. Where it is missing, it is taken out of
 * Debian's package into the cache, since the installed package would start a server.
 */
export function promtool(): string {
  if (spawnSync('promtool', ['--version']).status === 0) return 'promtool';
  const cached = join(cacheFolder(), 'promtool');
  if (!existsSync(cached)) takeFromPackage(cached);
  return cached;
}

function takeFromPackage(cached: string): void {
  const workshop = mkdtempSync(join(cacheFolder(), 'promtool-'));
  try {
    if (!isDownloaded(workshop)) run('apt-get', ['--quiet', 'update'], workshop);
    if (!isDownloaded(workshop)) throw new Error('Install promtool, of Debian’s package prometheus.');
    run('sh', ['-c', 'dpkg-deb --extract prometheus_*.deb .'], workshop);
    renameSync(join(workshop, 'usr/bin/promtool'), cached);
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
}

function isDownloaded(folder: string): boolean {
  return run('apt-get', ['--quiet', 'download', 'prometheus'], folder) === 0;
}

function run(program: string, words: readonly string[], cwd: string): number | null {
  return spawnSync(program, words, { cwd, stdio: 'ignore' }).status;
}
