import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './run.ts';
import type { TestUser } from './test-user.ts';

export type HomeOptions = {
  user: TestUser;
  cwd: string;
  environment?: Record<string, string>;
};

/**
 * Runs a command as this user in a home that is removed after it, with nothing else of our environment. Returns the
 * exit code.
 */
export async function runAtHome(command: readonly string[], options: HomeOptions): Promise<number> {
  const home = mkdtempSync(join(tmpdir(), 'oxygauge-home-'));
  try {
    options.user.giveTo(home);
    const environment = { ...options.environment, HOME: home, TMPDIR: home, LANG: 'C.UTF-8' };
    return await run(options.user.command(command, environment), { cwd: options.cwd });
  } finally {
    rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
