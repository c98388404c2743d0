import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
ensureSystemLibraries([
  ...['debootstrap', 'rpm', 'lintian', 'appstream', 'desktop-file-utils', 'squashfs-tools'],
  ...['iproute2', 'libnss3-tools', 'openssl', 'xdotool'],
]);
const vitest = ['run', '--config=vitest.packages.config.ts'];
let last = Date.now();
// Beside this folder, since links do not lead to another file system.
const copies = mkdtempSync(join(dirname(root), '.oxygauge-copies-'));
try {
  rmSync(join(root, 'release'), { recursive: true, force: true });
  // The same commit in another folder, and the next version in a third.
  const [again, next] = [join(copies, 'again'), join(copies, 'next')];
  for (const copy of [again, next]) {
    execFileSync('cp', ['-al', root, copy]);
    rmSync(join(copy, 'dist'), { recursive: true, force: true });
  }
  raiseVersion(next);
  await Promise.all([packed(root), packed(again)]);
  said('two builds of this version');
  await packed(next, '--targets=deb,rpm');
  said('one build of the next');
  process.exitCode = await run(inOwnNetwork([...binary('vitest/vitest.mjs'), ...vitest]), {
    cwd: root,
    env: {
      ...process.env,
      OXYGAUGE_NEXT: join(next, 'release'),
      OXYGAUGE_AGAIN: join(again, 'release'),
      OXYGAUGE_OUTSIDE: `/proc/${process.pid}/ns/net`,
    },
  });
  said('the tests');
} finally {
  rmSync(copies, { recursive: true, force: true });
}

async function packed(cwd: string, ...words: string[]): Promise<void> {
  const code = await run(['npm', 'run', '--silent', 'dist', '--', '--quick', ...words], { cwd });
  if (code !== 0) throw new Error('The packages could not be made.');
}

function raiseVersion(folder: string): void {
  const file = join(folder, 'package.json');
  const text = readFileSync(file, 'utf8').replace(/"version": "(\d+\.\d+)\..*?"/, '"version": "$1.999"');
  // A link to the file of this folder until here.
  rmSync(file);
  writeFileSync(file, text);
}

/**
 * Returns the command in a network that reaches this computer alone, so that the vendor's address can be served there and
 * nothing is sent to the vendor. Chromium counts a computer with the loopback alone as offline, hence the pair of ends.
 */
function inOwnNetwork(command: readonly string[]): string[] {
  const ready = 'ip link set lo up && ip link add one type veth peer name other';
  const up = 'ip address add 192.0.2.1/24 dev one && ip link set one up && ip link set other up';
  return ['unshare', '--net', 'sh', '-c', `${ready} && ${up} && exec "$@"`, 'sh', ...command];
}

/** Prints how long a part took. */
function said(part: string): void {
  console.log(`${Math.round((Date.now() - last) / 1_000)} s: ${part}`);
  last = Date.now();
}
