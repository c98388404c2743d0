import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Child, startChild } from '../../build/session/child.ts';
import { testUser } from '../../build/session/test-user.ts';
import { PrivateBus } from '../driver/private-bus.ts';
import { TrayHost } from '../driver/tray-host.ts';
import { until } from '../driver/until.ts';
import { BareDebian, type Started } from './debian.ts';

const release = resolve(import.meta.dirname, '../../release');
const next = process.env.OXYGAUGE_NEXT ?? '';
const again = process.env.OXYGAUGE_AGAIN ?? '';
const installed = '/opt/Oxygauge';
/** The demo's, which is a folder of the real one's. */
const profile = '/home/user/.config/Oxygauge';

function only(folder: string, ending: string): string {
  const [found, ...more] = readdirSync(folder).filter((name) => name.endsWith(ending));
  if (found === undefined || more.length > 0) throw new Error(`Not one ${ending} in ${folder}.`);
  return join(folder, found);
}
const sha = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');
const run = (program: string, ...words: string[]) =>
  execFileSync(program, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

describe('the files', () => {
  test.each(['.deb', '.rpm', '.AppImage', '.tar.gz'])(
    'two builds of one commit in two folders are equal: %s',
    (ending) => {
      expect(sha(only(again, ending))).toBe(sha(only(release, ending)));
    },
  );

  test('lintian has nothing to say beside the overrides', () => {
    expect(run('lintian', '--allow-root', '--fail-on', 'none', only(release, '.deb')).trim()).toBe('');
  });

  test('the desktop entry and the metainfo are valid, and the class is that of the windows', () => {
    const folder = mkdtempSync(join(tmpdir(), 'oxygauge-deb-'));
    run('dpkg-deb', '-x', only(release, '.deb'), folder);
    const entry = join(folder, 'usr/share/applications/oxygauge.desktop');
    run('desktop-file-validate', entry);
    expect(readFileSync(entry, 'utf8')).toMatch(/^StartupWMClass=oxygauge$/m);
    const metainfo = join(folder, 'usr/share/metainfo/io.github.oxygauge.oxygauge.metainfo.xml');
    run('appstreamcli', 'validate', '--no-net', metainfo);
    expect(readlinkSync(join(folder, 'usr/bin/oxygauge'))).toBe(`${installed}/oxygauge`);
    rmSync(folder, { recursive: true });
  });
});

describe('in a bare Debian', () => {
  let debian: BareDebian;
  let display: Child;
  let bus: PrivateBus;
  let tray: TrayHost;
  let environment: Record<string, string>;
  let app: Started | null = null;

  beforeAll(async () => {
    debian = BareDebian.start();
    display = startChild('Xvfb', ['-displayfd', '3', '-ac', '-screen', '0', '1400x900x24']);
    const socket = `/tmp/bus-${process.pid}`;
    const config = join(import.meta.dirname, 'session-bus.conf');
    bus = await PrivateBus.start({ address: `unix:path=${debian.root}${socket}`, config });
    environment = {
      DISPLAY: `:${await display.firstWords()}`,
      DBUS_SESSION_BUS_ADDRESS: `unix:path=${socket}`,
    };
    tray = await TrayHost.start(bus.address);
  });
  afterAll(async () => {
    app?.process.kill('SIGKILL');
    await tray?.stop();
    await bus?.stop();
    await display?.stop();
    debian?.stop();
  });

  const start = (...words: string[]) => {
    app = debian.startAsUser(['/usr/bin/oxygauge', '--demo', ...words], environment);
    return app;
  };
  const helperMode = () =>
    (lstatSync(join(debian.root, installed, 'chrome-sandbox')).mode & 0o7777).toString(8);
  const windowNames = () => run('xwininfo', '-root', '-tree', '-display', environment.DISPLAY ?? '');

  test('the deb installs with its depends alone', () => {
    debian.run('apt-get', 'install', '--yes', '--no-install-recommends', debian.take(only(release, '.deb')));
    expect(helperMode()).toBe('4755');
    expect(debian.read(`${installed}/resources/package-type`)).toBe('deb\n');
    expect(debian.run('ldd', `${installed}/oxygauge`)).not.toContain('not found');
  });

  test('an ordinary user sees the tray, and the windows are in their sandbox', async () => {
    const { said } = start();
    expect(await tray.tooltipLike(/GB this month .* Demo/)).not.toBe('');
    expect(await tray.menuLabels()).toEqual(expect.arrayContaining(['Manage sub-users', 'Quit']));
    await until('the manager', () => windowNames().includes('"Oxygauge"'));
    // The class by which a desktop finds the entry, and with it the icon.
    expect(windowNames()).toContain('("oxygauge" "Oxygauge")');
    const renderers = readdirSync('/proc').filter(isRenderer);
    expect(renderers.length).toBeGreaterThan(0);
    for (const pid of renderers)
      expect(readFileSync(`/proc/${pid}/status`, 'utf8')).toMatch(/^Seccomp:\t2$/m);
    expect(said()).not.toContain('FATAL');
  });

  test('the next version is installed under the running app, which goes on', async () => {
    debian.run('apt-get', 'install', '--yes', debian.take(only(next, '.deb')));
    expect(helperMode()).toBe('4755');
    await tray.choose('Manage sub-users');
    await tray.choose('Refresh');
    await tray.tooltipLike(/GB this month/);
    await tray.choose('Quit');
    expect(await app?.ended).toBe(0);
    expect(debian.run('dpkg-query', '--show', 'oxygauge')).toContain('.999');
  });

  test('the next version starts, and tells its switches apart', async () => {
    const { ended, said } = debian.startAsUser(['/usr/bin/oxygauge', '--no-sandbox'], environment);
    expect(await ended).toBe(1);
    expect(said()).toContain('--no-sandbox');
    const running = start();
    await tray.tooltipLike(/GB this month .* Demo/);
    await tray.choose('Quit');
    expect(await running.ended).toBe(0);
  });

  test('removing and purging leave the profile, and nothing else', () => {
    debian.run('dpkg', '--remove', 'oxygauge');
    debian.run('dpkg', '--purge', 'oxygauge');
    expect(debian.has(installed)).toBe(false);
    expect(leftBy(debian.root)).toEqual([]);
    expect(debian.has(profile)).toBe(true);
  });

  test('where the user may make no namespaces, the AppImage and the archive say what to do', async () => {
    const archive = debian.take(only(release, '.tar.gz'));
    debian.run('mkdir', '-p', '/opt');
    debian.run('tar', '-xzf', archive, '-C', '/opt', '--no-same-owner');
    const [folder = ''] = readdirSync(join(debian.root, 'opt'));
    const unpacked = debian.startAsUser([`/opt/${folder}/oxygauge`, '--demo'], environment);
    expect(await unpacked.ended).toBe(1);
    expect(unpacked.said()).toMatch(
      /^Oxygauge did not start: its sandbox needs user namespaces.* Install the deb/,
    );
    rmSync(join(debian.root, 'opt', folder), { recursive: true });
    // The stand-in for the AppImage's runtime unpacks with it.
    debian.run('apt-get', 'install', '--yes', '--no-install-recommends', 'squashfs-tools');
    const refused = debian.startAsUser([debian.take(only(release, '.AppImage')), '--demo'], environment);
    expect(await refused.ended).toBe(1);
    expect(refused.said()).toContain('its sandbox needs user namespaces');
  });

  test('where the user may, the AppImage starts, and Quit ends it', async () => {
    const user = testUser();
    const home = mkdtempSync('/var/tmp/oxygauge-image-');
    const image = join(home, 'Oxygauge.AppImage');
    copyFileSync(only(release, '.AppImage'), image);
    for (const path of [home, image]) user.giveTo(path);
    const DBUS_SESSION_BUS_ADDRESS = bus.address;
    const [program = '', ...words] = user.command([image, '--demo'], {
      ...environment,
      DBUS_SESSION_BUS_ADDRESS,
      HOME: home,
      TMPDIR: home,
    });
    const running = spawn(program, words, { stdio: 'ignore' });
    const ended = new Promise((done) => running.once('close', done));
    await tray.tooltipLike(/GB this month .* Demo/);
    await tray.choose('Quit');
    expect(await ended).toBe(0);
    rmSync(home, { recursive: true });
  });

  test('the rpm is installed, upgraded and erased, with its command there until the end', () => {
    const rpm = (...words: string[]) =>
      run('rpm', '--root', debian.root, '--dbpath', '/var/lib/rpm', '--nodeps', '--force-debian', ...words);
    const command = join(debian.root, 'usr/bin/oxygauge');
    rpm('-i', only(release, '.rpm'));
    expect(readlinkSync(command)).toBe(`${installed}/oxygauge`);
    expect(helperMode()).toBe('4755');
    expect(debian.read(`${installed}/resources/package-type`)).toBe('rpm\n');
    rpm('-U', only(next, '.rpm'));
    expect(readlinkSync(command)).toBe(`${installed}/oxygauge`);
    expect(helperMode()).toBe('4755');
    expect(statSync(join(debian.root, installed, 'oxygauge')).mode & 0o777).toBe(0o755);
    rpm('-e', 'oxygauge');
    expect(debian.has(installed)).toBe(false);
    expect(leftBy(debian.root)).toEqual([]);
  });
});

/** Returns what a package left in the folders that it installs into. */
function leftBy(root: string): string[] {
  return ['usr', 'opt', 'etc']
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }))
    .filter((path) => /oxygauge/i.test(path));
}

/** The sandbox gives each page an empty root, so it is known by its command. */
function isRenderer(pid: string): boolean {
  if (!/^\d+$/.test(pid)) return false;
  try {
    const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return words.startsWith(`${installed}/oxygauge`) && words.includes('--type=renderer');
  } catch {
    // It ended meanwhile.
    return false;
  }
}
