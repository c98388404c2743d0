import { spawn } from 'node:child_process';
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
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serviceAppears } from '../../build/session/bus-name.ts';
import { type Child, startChild } from '../../build/session/child.ts';
import { testUser } from '../../build/session/test-user.ts';
import { demoCredentials } from '../../electron/oxylabs/simulator/simulator.ts';
import { PrivateBus } from '../driver/private-bus.ts';
import { TrayHost } from '../driver/tray-host.ts';
import { until } from '../driver/until.ts';
import type { SimulatorServer } from '../support/server/simulator-server.ts';
import { BareDebian, type Started } from './debian.ts';
import { serveVendorIn } from './loopback-vendor.ts';
import { installed, next, only, release, run } from './made.ts';
import { signInByHand } from './sign-in-by-hand.ts';

/** The demo's is a folder of the real one's. */
const profile = '/home/user/.config/Oxygauge';

describe('in a bare Debian', () => {
  let debian: BareDebian;
  let display: Child;
  let bus: PrivateBus;
  let tray: TrayHost;
  let environment: Record<string, string>;
  let server: SimulatorServer;
  let keyring: Started | null = null;
  let app: Started | null = null;

  beforeAll(async () => {
    debian = BareDebian.start();
    // Without -noreset it begins again, and drops who comes just then, whenever its last client leaves.
    display = startChild('Xvfb', ['-displayfd', '3', '-noreset', '-ac', '-screen', '0', '1400x900x24']);
    const socket = `/tmp/bus-${process.pid}`;
    const config = join(import.meta.dirname, 'session-bus.conf');
    bus = await PrivateBus.start({ address: `unix:path=${debian.root}${socket}`, config });
    environment = {
      DISPLAY: `:${await display.firstWords()}`,
      DBUS_SESSION_BUS_ADDRESS: `unix:path=${socket}`,
    };
    tray = await TrayHost.start(bus.address);
    server = await serveVendorIn(debian);
  });
  afterAll(async () => {
    app?.process.kill('SIGKILL');
    keyring?.process.kill();
    await server?.stop();
    await tray?.stop();
    await bus?.stop();
    await display?.stop();
    debian?.stop();
  });

  const start = (...words: string[]) => {
    app = debian.startAsUser(['/usr/bin/oxygauge', ...words], environment);
    return app;
  };
  /** Waits for this number of requests since the start. One too many is never taken back. */
  const sent = (all: { logins: number; reads: number }) =>
    until(`${all.logins} logins and ${all.reads} reads`, () => {
      const logins = server.count('POST /v2/login');
      return logins === all.logins && server.countOfRefreshes() === all.reads;
    });
  const helperMode = () =>
    (lstatSync(join(debian.root, installed, 'chrome-sandbox')).mode & 0o7777).toString(8);
  const windowNames = () => run('xwininfo', '-root', '-tree', '-display', environment.DISPLAY ?? '');

  test('the deb installs with its depends alone', () => {
    debian.apt('install', debian.take(only(release, '.deb')));
    expect(helperMode()).toBe('4755');
    expect(debian.read(`${installed}/resources/package-type`)).toBe('deb\n');
    expect(debian.run('ldd', `${installed}/oxygauge`)).not.toContain('not found');
  });

  test('an ordinary user sees the tray, and the windows are in their sandbox', async () => {
    const { said, ended } = start('--demo');
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
    await tray.choose('Quit');
    expect(await ended).toBe(0);
  });

  test('a person signs in by the window, and the figure is in the tray after one login and two reads', async () => {
    debian.apt('install', 'gnome-keyring');
    const unlocked = ['gnome-keyring-daemon', '--foreground', '--unlock', '--components=secrets'];
    keyring = debian.startAsUser(unlocked, environment, 'x');
    await serviceAppears('org.freedesktop.secrets', bus.address);
    start();
    await signInByHand(environment.DISPLAY ?? '', demoCredentials);
    expect(await tray.tooltipLike(/GB this month/)).not.toContain('Demo');
    await sent({ logins: 1, reads: 2 });
  });

  test('the next version is installed under the running app, which goes on', async () => {
    debian.run('dpkg', '--install', debian.take(only(next, '.deb')));
    expect(helperMode()).toBe('4755');
    await tray.choose('Manage sub-users');
    await tray.choose('Refresh');
    await sent({ logins: 1, reads: 4 });
    await tray.tooltipLike(/GB this month/);
    await tray.choose('Quit');
    expect(await app?.ended).toBe(0);
    expect(debian.run('dpkg-query', '--show', 'oxygauge')).toContain('.999');
  });

  test('the next version is signed in without a question', async () => {
    const { ended } = start();
    // The session ended with the app, and the kept password began another.
    await sent({ logins: 2, reads: 6 });
    expect(await tray.tooltipLike(/GB this month/)).not.toContain('Demo');
    expect(await tray.menuLabels()).toContain('Sign out');
    expect(server.violations).toEqual([]);
    await tray.choose('Quit');
    expect(await ended).toBe(0);
  });

  test('the next version tells its switches apart', async () => {
    const { ended, said } = debian.startAsUser(['/usr/bin/oxygauge', '--no-sandbox'], environment);
    expect(await ended).toBe(1);
    expect(said()).toContain('--no-sandbox');
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
    debian.apt('install', 'squashfs-tools');
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
