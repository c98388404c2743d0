import { spawnSync } from 'node:child_process';

/** The packages that a test or an off-screen demo needs, by Debian's names. */
const packages = [
  'xvfb',
  'sway',
  'dbus',
  'gnome-keyring',
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libxss1',
  'libxtst6',
  'libatspi2.0-0',
  'libsecret-1-0',
  'libnotify4',
  'fonts-dejavu-core',
  'imagemagick',
  'util-linux',
  'x11-utils',
];

export class MissingLibrariesError extends Error {}

/** Installs what is missing as root with apt-get, or throws with one line that says exactly what to install. */
export function ensureSystemLibraries(more: readonly string[] = []): void {
  if (process.platform !== 'linux') return;
  const missing = [...packages, ...more].filter((name) => !isInstalled(name));
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0 || !has('apt-get')) {
    if (!has('dpkg-query') && isEquipped()) return;
    throw new MissingLibrariesError(`Install these first: apt-get install ${missing.join(' ')}`);
  }
  console.log(`Installing ${missing.join(' ')}`);
  apt('update');
  apt('install', '--yes', '--no-install-recommends', ...missing);
}

/**
 * Returns whether a package is installed. Debian 13 renamed some libraries for 64-bit time, and the new ones provide the old
 * names.
 */
function isInstalled(name: string): boolean {
  return [name, `${name}t64`].some((each) => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg-query's own placeholder.
    const { stdout } = spawnSync('dpkg-query', ['--show', '--showformat=${db:Status-Status}', each], {
      encoding: 'utf8',
    });
    return stdout === 'installed';
  });
}

/**
 * Returns whether the programs are installed: on other distributions the libraries have other names, but the programs have
 * the same.
 */
function isEquipped(): boolean {
  return ['Xvfb', 'sway', 'dbus-daemon', 'gnome-keyring-daemon', 'setpriv', 'xprop'].every(has);
}

function has(program: string): boolean {
  return spawnSync('sh', ['-c', 'command -v "$0"', program], { stdio: 'ignore' }).status === 0;
}

function apt(...words: string[]): void {
  const { status } = spawnSync('apt-get', ['--quiet', ...words], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (status !== 0) throw new MissingLibrariesError(`apt-get ${words[0]} failed. See its words above.`);
}
