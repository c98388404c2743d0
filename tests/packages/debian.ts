import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { testUser } from '../../build/session/test-user.ts';

/** The ordinary user inside has the number of one outside: a bus admits only users that its computer knows. */
function uidOfTestUser(): string {
  testUser();
  return execFileSync('id', ['-u', 'oxygauge-test'], { encoding: 'utf8' }).trim();
}
const uid = uidOfTestUser();
const cache = '/var/cache/oxygauge/debian.tar';

export type Started = { process: ChildProcess; said: () => string; ended: Promise<number | null> };

/** Holds a bare Debian in a folder, in which packages are installed and an ordinary user starts the app. Needs root. */
export class BareDebian {
  readonly root: string;
  readonly home = '/home/user';

  private constructor(root: string) {
    this.root = root;
  }

  /** Makes it by debootstrap from this computer's own package source, or from the one made last time. */
  static start(): BareDebian {
    const root = mkdtempSync('/var/tmp/oxygauge-debian-');
    if (existsSync(cache)) execFileSync('tar', ['-xpf', cache, '-C', root]);
    else {
      execFileSync('debootstrap', ['--variant=minbase', 'bookworm', root, mirror()], { stdio: 'ignore' });
      for (const path of ['etc/apt/sources.list', 'etc/apt/sources.list.d', 'etc/apt/apt.conf.d'])
        if (existsSync(`/${path}`)) execFileSync('cp', ['-aT', `/${path}`, join(root, path)]);
      mkdirSync('/var/cache/oxygauge', { recursive: true });
      execFileSync('tar', ['-cpf', cache, '-C', root, '.']);
    }
    // The folder is root's alone, and the archive does not hold it.
    chmodSync(root, 0o755);
    const debian = new BareDebian(root);
    copyFileSync('/etc/resolv.conf', join(root, 'etc/resolv.conf'));
    execFileSync('mount', ['-t', 'proc', 'proc', join(root, 'proc')]);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'mode=1777', 'shm', join(root, 'dev/shm')]);
    debian.run('useradd', '--uid', uid, '--create-home', '--home-dir', debian.home, 'user');
    debian.run('apt-get', '--quiet', 'update');
    return debian;
  }

  stop(): void {
    for (const path of ['dev/shm', 'proc']) execFileSync('umount', ['--lazy', join(this.root, path)]);
    rmSync(this.root, { recursive: true, force: true });
  }

  /** Runs a program inside as root and returns its output. Throws with its output if it fails. */
  run(program: string, ...words: string[]): string {
    return execFileSync('chroot', [this.root, program, ...words], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', DEBIAN_FRONTEND: 'noninteractive', LANG: 'C.UTF-8' },
    });
  }

  /** Copies a file of this computer inside, and returns its path there. */
  take(file: string): string {
    copyFileSync(file, join(this.root, 'tmp', basename(file)));
    return `/tmp/${basename(file)}`;
  }

  has(path: string): boolean {
    return existsSync(join(this.root, path));
  }

  read(path: string): string {
    return readFileSync(join(this.root, path), 'utf8');
  }

  /** Starts a program inside as the ordinary user. */
  startAsUser(words: readonly string[], environment: Record<string, string>): Started {
    const variables = Object.entries({
      HOME: this.home,
      LANG: 'C.UTF-8',
      PATH: '/usr/bin:/bin',
      ...environment,
    });
    const child = spawn(
      'chroot',
      [
        `--userspec=${uid}:${uid}`,
        this.root,
        '/usr/bin/env',
        '-i',
        ...variables.map(([name, value]) => `${name}=${value}`),
        ...words,
      ],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    );
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        said += String(chunk);
      });
    return { process: child, said: () => said, ended: new Promise((done) => child.once('close', done)) };
  }
}

/** Returns the address of this computer's package source. */
function mirror(): string {
  const listed = ['/etc/apt/sources.list', '/etc/apt/sources.list.d/debian.sources']
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  const found = /^(?:deb (?:\[.*?\] )?|URIs: )(\S+)/m.exec(listed)?.[1];
  if (found === undefined) throw new Error('This computer has no Debian package source.');
  return found;
}
