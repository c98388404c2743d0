import { chmodSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where runtimes are kept. Root's is in a place that the ordinary user who runs the tests can read as well. */
export function cacheFolder(): string {
  const folder =
    process.getuid?.() === 0
      ? '/var/cache/oxygauge'
      : join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'oxygauge');
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o755);
  return folder;
}
