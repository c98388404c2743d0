import { chmodSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Returns the folder of the cached runtimes. Root's is readable by the ordinary user who runs the tests. */
export function cacheFolder(): string {
  const folder =
    process.getuid?.() === 0
      ? '/var/cache/oxygauge'
      : join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'oxygauge');
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o755);
  return folder;
}
