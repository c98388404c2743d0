import { spawnSync } from 'node:child_process';

/** Debian's packages for the shared objects that an Electron needs and a bare system lacks. */
export const packageOf: Record<string, string> = {
  'libgtk-3.so.0': 'libgtk-3-0',
  'libgdk-3.so.0': 'libgtk-3-0',
  'libnss3.so': 'libnss3',
  'libnssutil3.so': 'libnss3',
  'libsmime3.so': 'libnss3',
  'libnspr4.so': 'libnspr4',
  'libasound.so.2': 'libasound2',
  'libgbm.so.1': 'libgbm1',
  'libatspi.so.0': 'libatspi2.0-0',
  'libatk-1.0.so.0': 'libatk1.0-0',
  'libatk-bridge-2.0.so.0': 'libatk-bridge2.0-0',
  'libcups.so.2': 'libcups2',
  'libxkbcommon.so.0': 'libxkbcommon0',
};

/** Returns in one line what to install before an executable can start; null if nothing is missing. */
export function missingForStart(executable: string): string | null {
  if (process.platform !== 'linux') return null;
  return adviceFor(spawnSync('ldd', [executable], { encoding: 'utf8' }).stdout ?? '');
}

/** Parses the output of `ldd`. */
export function adviceFor(ldd: string): string | null {
  const missing = [...ldd.matchAll(/^\s*(\S+) => not found/gm)].map(
    ([, name = '']) => packageOf[name] ?? name,
  );
  return missing.length === 0
    ? null
    : `Install these first: apt-get install ${[...new Set(missing)].join(' ')}`;
}
