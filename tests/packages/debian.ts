import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { cacheFolder } from '../../build/runtime/cache.ts';
import { testUser } from '../../build/session/test-user.ts';

/** The ordinary user inside has the number of one outside: a bus admits only users that its computer knows. */
function uidOfTestUser(): string {
  testUser();
  return execFileSync('id', ['-u', 'oxygauge-test'], { encoding: 'utf8' }).trim();
}
const uid = uidOfTestUser();
/** The tests' own network reaches this computer alone. Debian's packages come over the one outside of it. */
const outside = `--net=${process.env.OXYGAUGE_OUTSIDE ?? ''}`;
const apt = ['apt-get', '--quiet', '--yes', '--no-install-recommends'];

export type Started = { process: ChildProcess; said: () => string; ended: Promise<number | null> };

/** Holds a bare Debian in a folder, in which packages are installed and an ordinary user starts the app. Needs root. */
export class BareDebian {
  readonly root: string;
  readonly home = '/home/user';

  private constructor(root: string) {
    this.root = root;
  }

  /** Unpacks the base that was made the first time, in which nothing is installed. */
  static start(): BareDebian {
    const root = mkdtempSync('/var/tmp/oxygauge-debian-');
    execFileSync('tar', ['-xpf', base(), '-C', root]);
    // The folder is root's alone, and the archive does not hold it.
    chmodSync(root, 0o755);
    const debian = new BareDebian(root);
    copyFileSync('/etc/resolv.conf', join(root, 'etc/resolv.conf'));
    // Nothing here has to outlive a power cut, so dpkg need not wait for the disk.
    debian.write('etc/dpkg/dpkg.cfg.d/quick', 'force-unsafe-io\n');
    const downloads = join(cacheFolder(), 'debian-packages');
    mkdirSync(downloads, { recursive: true });
    execFileSync('mount', ['-t', 'proc', 'proc', join(root, 'proc')]);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'mode=1777', 'shm', join(root, 'dev/shm')]);
    execFileSync('mount', ['--bind', downloads, join(root, 'var/cache/apt/archives')]);
    debian.run('useradd', '--uid', uid, '--create-home', '--home-dir', debian.home, 'user');
    debian.apt('update');
    return debian;
  }

  stop(): void {
    for (const path of ['var/cache/apt/archives', 'dev/shm', 'proc'])
      execFileSync('umount', ['--lazy', join(this.root, path)]);
    rmSync(this.root, { recursive: true, force: true });
  }

  /** Runs a program inside as root and returns its output. Throws with its output if it fails. */
  run(program: string, ...words: string[]): string {
    return asRoot('chroot', this.root, program, ...words);
  }

  /** Runs apt-get inside, with the network of this computer. */
  apt(...words: string[]): void {
    asRoot('nsenter', outside, 'chroot', this.root, ...apt, ...words);
  }

  /** Copies a file of this computer inside, and returns its path there. */
  take(file: string): string {
    copyFileSync(file, join(this.root, 'tmp', basename(file)));
    return `/tmp/${basename(file)}`;
  }

  has(path: string): boolean {
    return existsSync(join(this.root, path));
  }

  write(path: string, text: string): void {
    writeFileSync(join(this.root, path), text);
  }

  /** Makes a path inside, with all below it, the ordinary user's. */
  giveToUser(path: string): void {
    this.run('chown', '--recursive', 'user:user', path);
  }

  read(path: string): string {
    return readFileSync(join(this.root, path), 'utf8');
  }

  /** Starts a program inside as the ordinary user, with this on its input. */
  startAsUser(words: readonly string[], environment: Record<string, string>, input = ''): Started {
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
      { stdio: ['pipe', 'pipe', 'pipe'] },
    );
    child.stdin.end(input);
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        said += String(chunk);
      });
    return { process: child, said: () => said, ended: new Promise((done) => child.once('close', done)) };
  }
}

function asRoot(program: string, ...words: string[]): string {
  return execFileSync(program, words, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', DEBIAN_FRONTEND: 'noninteractive', LANG: 'C.UTF-8' },
  });
}

/** Returns the archive of a bare Debian, which debootstrap makes the first time from this computer's own package source. */
function base(): string {
  const archive = join(cacheFolder(), 'debian.tar');
  if (existsSync(archive)) return archive;
  const root = mkdtempSync('/var/tmp/oxygauge-base-');
  asRoot('nsenter', outside, 'debootstrap', '--variant=minbase', 'bookworm', root, mirror());
  // Of the sources Debian's own alone: others want certificates that are not there.
  for (const path of ['etc/apt/sources.list', 'etc/apt/sources.list.d/debian.sources'])
    if (existsSync(`/${path}`)) copyFileSync(`/${path}`, join(root, path));
  // A proxy is set in there. `docker-clean` throws downloads away.
  execFileSync('cp', ['-aT', '/etc/apt/apt.conf.d', join(root, 'etc/apt/apt.conf.d')]);
  rmSync(join(root, 'etc/apt/apt.conf.d/docker-clean'), { force: true });
  // Beside it first: an archive that was cut short is not found.
  execFileSync('tar', ['-cpf', `${archive}.part`, '-C', root, '.']);
  renameSync(`${archive}.part`, archive);
  rmSync(root, { recursive: true });
  return archive;
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
