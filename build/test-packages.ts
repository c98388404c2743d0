import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { binary, run } from './session/run.ts';
import { ensureSystemLibraries } from './session/system-libraries.ts';

/**
 * `npm run test:packages` makes the packages of this version and of a next one, and installs, starts, upgrades and removes
 * them in a bare Debian. It takes some minutes, needs root, and is not part of `npm test`.
 */
const root = resolve(import.meta.dirname, '..');
if (process.platform !== 'linux' || process.getuid?.() !== 0) {
  console.error('The packages are tested as root on Linux, since they are installed.');
  process.exit(1);
}
ensureSystemLibraries(['debootstrap', 'rpm', 'lintian', 'appstream', 'desktop-file-utils', 'squashfs-tools']);
// Beside this folder, since links do not lead to another file system.
const next = mkdtempSync(join(dirname(root), '.oxygauge-next-'));
try {
  rmSync(join(root, 'release'), { recursive: true, force: true });
  // The same commit in another folder, and then with the next version.
  execFileSync('cp', ['-al', `${root}/.`, next]);
  rmSync(join(next, 'dist'), { recursive: true, force: true });
  await packed(root);
  await packed(next);
  const again = join(next, 'again');
  renameSync(join(next, 'release'), again);
  const file = join(next, 'package.json');
  const text = readFileSync(file, 'utf8').replace(/"version": "(\d+\.\d+)\..*?"/, '"version": "$1.999"');
  // A link to the file of this folder until here.
  rmSync(file);
  writeFileSync(file, text);
  await packed(next, '--targets=deb,rpm');
  process.exitCode = await run(
    [...binary('vitest/vitest.mjs'), 'run', '--config=vitest.packages.config.ts'],
    {
      cwd: root,
      env: { ...process.env, OXYGAUGE_NEXT: join(next, 'release'), OXYGAUGE_AGAIN: again },
    },
  );
} finally {
  rmSync(next, { recursive: true, force: true });
}

async function packed(cwd: string, ...words: string[]): Promise<void> {
  const code = await run(['npm', 'run', '--silent', 'dist', '--', '--quick', ...words], { cwd });
  if (code !== 0) throw new Error('The packages could not be made.');
}
