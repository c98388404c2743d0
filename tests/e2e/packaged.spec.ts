import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { extractFile, listPackage } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { expect } from '@playwright/test';
import { environmentOf, newProfile, root, switchesOf } from '../support/app.ts';
import { test } from '../support/fixtures.ts';
import { until } from '../support/until.ts';

const folder = join(root, 'release/linux-unpacked');
const executable = join(folder, 'oxygauge');
const archive = join(folder, 'resources/app.asar');

/** A fuse is a character in the executable. */
const fuseOff = '0'.charCodeAt(0);
const fuseOn = '1'.charCodeAt(0);

/** Its inspector is off, so it is driven from outside, as a person would. */
function startPackaged(switches: string[]): ChildProcess {
  const words = switchesOf({ keyring: false, switches }, newProfile());
  return spawn(executable, words, { env: environmentOf({}), stdio: 'ignore' });
}

test('the packaged demo shows its figures in the tray, and Quit ends it', async ({ tray }) => {
  const app = startPackaged(['--demo']);
  const ended = new Promise((done) => app.once('exit', done));
  await tray.tooltipLike(/GB this month .* Demo/);
  expect(await tray.menuLabels()).toEqual(
    expect.arrayContaining(['Open', 'Refresh', 'Manage sub-users', 'Sign out', 'Quit']),
  );
  await tray.click();
  await tray.choose('Quit');
  expect(await ended).toBe(0);
});

test('a packaged app ignores another API address', async ({ server, tray }) => {
  const app = spawn(executable, switchesOf({ keyring: false }, newProfile()), {
    env: environmentOf({ apiUrl: 'http://example.com/v2' }),
    stdio: 'ignore',
  });
  // Unpacked it would refuse to start with this one.
  await tray.tooltipLike(/Signed out/);
  expect(server.seen).toEqual([]);
  app.kill();
  await until('the app gone', () => app.exitCode !== null || app.signalCode !== null);
});

test('the fuses are blown as they should be', async () => {
  const wire = await getCurrentFuseWire(executable);
  const off = [
    FuseV1Options.RunAsNode,
    FuseV1Options.EnableNodeOptionsEnvironmentVariable,
    FuseV1Options.EnableNodeCliInspectArguments,
    FuseV1Options.GrantFileProtocolExtraPrivileges,
    FuseV1Options.EnableCookieEncryption,
  ];
  for (const fuse of off) expect(wire[fuse], FuseV1Options[fuse]).toBe(fuseOff);
  expect(wire[FuseV1Options.OnlyLoadAppFromAsar]).toBe(fuseOn);
  expect(wire[FuseV1Options.EnableEmbeddedAsarIntegrityValidation]).toBe(fuseOn);
});

test('the archive holds what runs and nothing else, and is small', () => {
  const files = listPackage(archive, { isPack: false });
  const allowed =
    /^\/(package\.json|dist(\/main\.js|\/preload\.cjs|\/renderer(\/(popover|manager)\.html|\/assets(\/[\w-]+\.(js|css))?)?)?)$/;
  expect(files.filter((file) => !allowed.test(file))).toEqual([]);
  expect(files).toContain('/dist/main.js');
  expect(statSync(archive).size).toBeLessThan(3_000_000);
  expect(extractFile(archive, 'dist/main.js').toString()).not.toContain('sourceMappingURL');
  expect(JSON.parse(extractFile(archive, 'package.json').toString())).not.toHaveProperty('devDependencies');
  expect(readFileSync(archive).includes('BEGIN PRIVATE KEY')).toBe(false);
});
