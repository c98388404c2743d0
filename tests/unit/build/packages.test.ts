import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { metainfoReleases, versionsIn } from '../../../build/packages/changelog.ts';
import { readFpmOrder } from '../../../build/packages/fpm-order.ts';
import { writeLinuxFiles } from '../../../build/packages/linux-files.ts';
import { sbomOf } from '../../../build/sbom.ts';
import { questionSwitches } from '../../../electron/status/question.ts';
import { unknownSwitchesText } from '../../../electron/text/recovery.ts';

const root = resolve(import.meta.dirname, '../../..');
const scripts = join(root, 'build/packages');
/** Links, sh and diff: what follows is packed on Linux alone. */
const onLinux = process.platform === 'linux';
const release = { version: '1.2.3-beta.1', committedAtS: 1_795_000_000 };

describe('the changelog', () => {
  test('has a heading for each version, and notes under it', () => {
    const versions = versionsIn(readFileSync(join(root, 'CHANGELOG.md'), 'utf8'));
    expect(versions[0]?.notes.length).toBeGreaterThan(100);
    expect(versionsIn('# Changelog\n\n## 1.1.0 (2026-12-01)\n\n- New\n\n## 1.0.0\n\n- First\n')).toEqual([
      { version: '1.1.0', day: '2026-12-01', notes: '- New' },
      { version: '1.0.0', day: null, notes: '- First' },
    ]);
    expect(() => versionsIn('## Next\n')).toThrow('no version: Next');
  });

  test('makes the releases of the metainfo, an unreleased one with the day of its commit', () => {
    const versions = versionsIn('## 1.1.0 (unreleased)\n\n## 1.0.0 (2026-10-01)\n');
    expect(metainfoReleases(versions, release)).toBe(
      '    <release version="1.1.0" date="2026-11-18" />\n    <release version="1.0.0" date="2026-10-01" />',
    );
  });
});

describe.runIf(onLinux)('the files beside the app', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'oxygauge-files-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('hold the command, the man page, metainfo, copyright and changelogs, equal in two builds', () => {
    writeLinuxFiles(join(folder, 'one'), release);
    writeLinuxFiles(join(folder, 'two'), release);
    expect(
      spawnSync('diff', ['-r', '--no-dereference', join(folder, 'one'), join(folder, 'two')]).status,
    ).toBe(0);
    const read = (path: string) => readFileSync(join(folder, 'one/usr', path));
    expect(readlinkSync(join(folder, 'one/usr/bin/oxygauge'))).toBe('/opt/Oxygauge/oxygauge');
    expect(gunzipSync(read('share/man/man1/oxygauge.1.gz')).toString()).toContain('.TH OXYGAUGE 1');
    expect(read('share/doc/oxygauge/copyright').toString()).toMatch(/Permission is hereby granted/);
    const changelog = gunzipSync(read('share/doc/oxygauge/changelog.Debian.gz')).toString();
    expect(changelog).toMatch(/^oxygauge \(1\.2\.3~beta\.1\) stable/);
    expect(changelog).toMatch(/ -- .* {2}Wed, 18 Nov 2026 .* \+0000\n$/);
    const metainfo = read('share/metainfo/io.github.oxygauge.oxygauge.metainfo.xml').toString();
    expect(metainfo).toContain('<launchable type="desktop-id">oxygauge.desktop</launchable>');
    expect(metainfo).toContain('<release version=');
  });

  test('the man page names each switch that a user may give', () => {
    const page = readFileSync(join(scripts, 'oxygauge.1'), 'utf8').replaceAll('\\-', '-');
    const started = ['hidden', 'show', 'demo', 'demo-sub-users', 'user-data-dir', 'password-store'];
    for (const name of [...started, ...questionSwitches]) expect(page).toContain(`--${name}`);
  });
});

describe.runIf(onLinux)('the scripts of a deb and an rpm', () => {
  let programs: string;
  beforeEach(() => {
    programs = mkdtempSync(join(tmpdir(), 'oxygauge-programs-'));
    for (const name of ['chown', 'chmod', 'update-desktop-database', 'gtk-update-icon-cache'])
      writeFileSync(join(programs, name), `#!/bin/sh\necho "${name} $*"\n`, { mode: 0o755 });
  });
  afterEach(() => rmSync(programs, { recursive: true }));

  /** Runs a script with programs that say what they are started with, and no others. */
  const said = (script: string, word: string) =>
    execFileSync('/bin/sh', [join(scripts, script), word], {
      encoding: 'utf8',
      env: { PATH: programs },
    }).split('\n');

  test.each(['configure', '1', '2'])(
    'the sandbox helper is setuid after %s, whatever root may do',
    (word) => {
      expect(said('after-install.sh', word)).toEqual(
        expect.arrayContaining([
          'chown root:root /opt/Oxygauge/chrome-sandbox',
          'chmod 4755 /opt/Oxygauge/chrome-sandbox',
        ]),
      );
      expect(said('after-install.sh', word).join()).not.toContain('rm ');
    },
  );

  test.each(['upgrade', '1', 'failed-upgrade'])(
    'nothing is touched after the %s to a next version',
    (word) => {
      expect(said('after-remove.sh', word)).toEqual(['']);
    },
  );

  test.each(['remove', 'purge', '0'])('after %s only the lists of the desktop are made again', (word) => {
    expect(said('after-remove.sh', word)).toEqual([
      'update-desktop-database -q /usr/share/applications',
      'gtk-update-icon-cache -q -t -f /usr/share/icons/hicolor',
      '',
    ]);
  });

  test('no variable is written in braces, which electron-builder would replace', () => {
    for (const name of ['after-install.sh', 'after-remove.sh'])
      expect(readFileSync(join(scripts, name), 'utf8')).not.toContain('${');
  });
});

test('the list of what is bundled names packages, licences and Electron, and is equal in two builds', () => {
  const modules = ['react', 'ky'].map((name) => join(root, 'node_modules', name, 'package.json'));
  const list = sbomOf(modules, { version: '1.0.0', electron: '45.0.0' });
  expect(sbomOf(modules.toReversed(), { version: '1.0.0', electron: '45.0.0' })).toBe(list);
  const { components } = JSON.parse(list);
  expect(components.map(({ name }: { name: string }) => name)).toEqual(['ky', 'react', 'electron']);
  expect(components[2]).toMatchObject({ version: '45.0.0', purl: 'pkg:npm/electron@45.0.0' });
});

test('the stand-in for fpm reads what electron-builder asks for, and refuses what it does not know', () => {
  const words = [
    '-s',
    'dir',
    '--force',
    '-t',
    'deb',
    '-d',
    'libc6',
    '-d',
    'xdg-utils',
    '--deb-compression',
    'gz',
  ];
  const named = [
    'architecture',
    'maintainer',
    'vendor',
    'url',
    'license',
    'description',
    'package',
    'name',
    'version',
  ];
  const more = [...named, 'after-install', 'after-remove'].flatMap((name) => [`--${name}`, `the ${name}`]);
  const files = ['--exclude=opt/it', 'from/=/opt/Oxygauge', 'a=b.png=/usr/a.png'];
  expect(readFpmOrder([...words, ...more, ...files])).toMatchObject({
    target: 'deb',
    depends: ['libc6', 'xdg-utils'],
    compression: 'gzip',
    excluded: ['opt/it'],
    files: [
      { from: 'from/', to: '/opt/Oxygauge' },
      { from: 'a=b.png', to: '/usr/a.png' },
    ],
  });
  expect(() => readFpmOrder([...words, '--prefix', '/usr'])).toThrow('does not know --prefix');
});

test('where an AppImage may make no namespaces, the refusal says what to do instead', () => {
  expect(unknownSwitchesText(['--no-sandbox'], true)).toContain('Install the deb or the rpm');
  expect(unknownSwitchesText(['--no-sandbox'], false)).toContain('does not know --no-sandbox');
  expect(unknownSwitchesText(['--inspect', '--no-sandbox'], true)).toContain('does not know --inspect');
});

test.runIf(onLinux)(
  'the launcher of the archive starts the app with its words, or says why it cannot',
  () => {
    const launcher = readFileSync(join(scripts, 'launcher.sh'), 'utf8');
    const folder = mkdtempSync(join(tmpdir(), 'oxygauge-launcher-'));
    const file = join(folder, 'oxygauge');
    const write = (path: string, text: string) => writeFileSync(path, text, { mode: 0o755 });
    write(file, launcher.replace('REFUSAL', 'Read this.'));
    write(join(folder, 'oxygauge.bin'), '#!/bin/sh\necho "started $*"\n');
    const run = (unshare: number, id = 1_000) =>
      spawnSync(
        'sh',
        ['-c', `unshare() { return ${unshare}; }; id() { echo ${id}; }; . "$0"`, file, '--demo', 'a b'],
        {
          encoding: 'utf8',
        },
      );
    // Sourced, it finds the folder by its own name, which is the first word.
    expect(run(0).stdout).toBe('started --demo a b\n');
    expect(run(1, 0).stdout).toBe('started --demo a b\n');
    expect(run(1)).toMatchObject({ status: 1, stderr: 'Read this.\n', stdout: '' });
    rmSync(folder, { recursive: true });
  },
);
