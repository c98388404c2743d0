import { statSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../session/run.ts';

/** Packages the app of a clone as `npm run dist:dir` does, and returns the size of its archive. */
export async function packageSize(app: string): Promise<{ archiveBytes: number }> {
  const code = await run(['npm', 'run', '--silent', 'dist:dir'], {
    cwd: app,
    stdio: ['ignore', process.stderr, 'inherit'],
  });
  if (code !== 0) throw new Error('npm run dist:dir failed. See its words above.');
  return { archiveBytes: statSync(join(app, 'release/linux-unpacked/resources/app.asar')).size };
}
