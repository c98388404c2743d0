import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);
const packageFolder = dirname(require.resolve('electron/package.json'));
const distPath = join(packageFolder, 'dist');

/** Long enough for a slow network to answer once, short enough to wait for without an answer. */
const reachLimitMs = 6_000;
/** Where Electron's own installer looks, unless ELECTRON_MIRROR names another place. */
const releases = 'https://github.com/electron/electron/releases/download/';

/** Returns the executable's path inside a runtime folder. */
export function executableName(): string {
  switch (process.platform) {
    case 'darwin':
      return 'Electron.app/Contents/MacOS/Electron';
    case 'win32':
      return 'electron.exe';
    default:
      return 'electron';
  }
}

/**
 * Returns the folder of the runtime that Electron's installer left in the package, if complete and of the
 * right version.
 */
export async function installedOfficial(): Promise<string | null> {
  const { version } = require('electron/package.json') as { version: string };
  const versionFile = join(distPath, 'version');
  if (!existsSync(versionFile) || !existsSync(join(distPath, executableName()))) return null;
  return readFileSync(versionFile, 'utf8').replace(/^v/, '').trim() === version ? distPath : null;
}

/** Runs Electron's installer, if its host answers at all. */
export async function downloadOfficial(): Promise<string | null> {
  if (!(await answers(process.env.ELECTRON_MIRROR || releases))) return null;
  console.log('Downloading the official Electron…');
  const code = await new Promise<number | null>((done) => {
    const child = spawn(process.execPath, [join(packageFolder, 'install.js')], { stdio: 'inherit' });
    child.once('error', () => done(null));
    child.once('exit', done);
  });
  return code === 0 ? installedOfficial() : null;
}

/** Returns whether a host can be reached, which any answer proves, even an error. */
async function answers(address: string): Promise<boolean> {
  try {
    await fetch(address, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(reachLimitMs) });
    return true;
  } catch {
    return false;
  }
}
