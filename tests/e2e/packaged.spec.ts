import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractFile, listPackage } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { expect } from '@playwright/test';
import { z } from 'zod';
import { environmentOf, root, switchesOf } from '../driver/app.ts';
import { askCommandLine } from '../driver/command-line.ts';
import { NotificationDaemon } from '../driver/notification-daemon.ts';
import { newProfile } from '../driver/profiles.ts';
import { test } from '../support/e2e/fixtures.ts';
import { Eavesdropper } from '../support/server/eavesdropper.ts';

const folder = join(root, 'release/linux-unpacked');
const executable = join(folder, 'oxygauge');
const archive = join(folder, 'resources/app.asar');

/** A fuse is one character in the executable. */
const fuseOff = '0'.charCodeAt(0);
const fuseOn = '1'.charCodeAt(0);

type Packaged = { app: ChildProcess; said: () => string; ended: Promise<number | null> };

/** Starts the package. Its inspector is disabled, so the test drives it from outside, as a user would. */
function startPackaged(words: string[], environment: Record<string, string> = {}): Packaged {
  const app = spawn(executable, words, { env: environmentOf({ environment }) });
  let said = '';
  for (const stream of [app.stdout, app.stderr])
    stream.on('data', (chunk) => {
      said += String(chunk);
    });
  return { app, said: () => said, ended: new Promise((done) => app.once('close', done)) };
}

const on = (profile: string, ...more: string[]) => [...switchesOf({ keyring: false }, profile), ...more];

test('checklist packaged-demo, second-instance: tray, menu, a notification and its click, a second start, and Quit', async ({
  tray,
}) => {
  const desktop = await NotificationDaemon.start();
  const network = await Eavesdropper.start();
  const profile = newProfile();
  const { ended } = startPackaged(on(profile, '--demo'), {
    ...network.asProxy(),
    // Unpacked, the app would show the pseudo-locale.
    OXYGAUGE_TEXTS: 'pseudo',
  });
  await tray.tooltipLike(/GB this month .* Demo/);
  expect(await tray.menuLabels()).toEqual(
    expect.arrayContaining(['Open', 'Refresh', 'Manage sub-users', 'Sign out', 'Quit']),
  );
  desktop.click(await desktop.titled(/alerts/));
  await tray.click();

  const second = startPackaged(on(profile, 'https://example.com/', '--demo-sub-users=3'), network.asProxy());
  expect(await second.ended).toBe(0);
  expect(await tray.tooltip()).toMatch(/GB this month .* Demo/);

  await tray.choose('Quit');
  expect(await ended).toBe(0);
  expect(network.heard).toEqual([]);
  await network.stop();
  await desktop.stop();
});

test('checklist background-services: signed out, the package sends no request, and accepts no address but the vendor’s', async ({
  server,
  tray,
}) => {
  const network = await Eavesdropper.start();
  const { app, ended } = startPackaged(on(newProfile()), {
    ...network.asProxy(),
    // Unpacked, the app would refuse to start with this address.
    OXYGAUGE_API_URL: 'http://example.com/v2',
  });
  await tray.tooltipLike(/Signed out/);
  await tray.click();
  await tray.choose('Manage sub-users');
  app.kill();
  await ended;
  expect(network.heard).toEqual([]);
  expect(server.seen).toEqual([]);
  await network.stop();
});

test('checklist run-as-node, node-options: the package does not run as Node, and ignores Node’s variables', async ({
  tray,
}) => {
  const scratch = mkdtempSync(join(tmpdir(), 'oxygauge-node-'));
  const script = (name: string) => {
    const file = join(scratch, `${name}.cjs`);
    writeFileSync(file, `require('node:fs').writeFileSync(${JSON.stringify(join(scratch, name))}, '')`);
    return file;
  };
  const { app, ended } = startPackaged([script('ran'), ...on(newProfile(), '--demo')], {
    ELECTRON_RUN_AS_NODE: '1',
    NODE_OPTIONS: `--require ${script('required')}`,
  });
  await tray.tooltipLike(/GB this month .* Demo/);
  app.kill();
  await ended;
  expect(readdirSync(scratch).sort()).toEqual(['ran.cjs', 'required.cjs']);
});

test('checklist remote-debugging: the package does not start with a switch that would open a debugger', async () => {
  for (const words of [
    ['--remote-debugging-port=0'],
    ['-remote-debugging-port=0'],
    ['--remote-debugging-pipe'],
    ['--probe-keyring', '--remote-debugging-port=0'],
    ['--inspect=0'],
    ['--no-sandbox'],
    ['--proxy-server=http://name:secret@127.0.0.1:9'],
  ]) {
    const { ended, said } = startPackaged(on(newProfile(), '--demo', ...words));
    expect(await ended, words.join(' ')).toBe(1);
    expect(said()).toContain('Oxygauge did not start');
    expect(said()).toContain(words.at(-1)?.split('=')[0]);
    expect(said()).not.toMatch(/listening|secret/i);
  }
});

test('checklist fuses: each is set as it should be', async () => {
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

test('checklist archive: it holds only what runs, and is small', () => {
  const files = listPackage(archive, { isPack: false });
  const allowed =
    /^\/(package\.json|dist(\/main(-[\w-]+)?\.js|\/json-store\.cjs|\/preload\.cjs|\/renderer(\/(popover|manager)\.html|\/assets(\/[\w-]+\.(js|css|woff2))?)?)?)$/;
  expect(files.filter((file) => !allowed.test(file))).toEqual([]);
  expect(files).toContain('/dist/main.js');
  expect(statSync(archive).size).toBeLessThan(2_000_000);
  // What a start loads before the tray is shown, and what an answer of the command line loads.
  expect(loadedBytes('main-main.js')).toBeLessThan(50_000);
  expect(loadedBytes('main-answer.js')).toBeLessThan(50_000);
  const description = JSON.parse(extractFile(archive, 'package.json').toString());
  expect(description).not.toHaveProperty('devDependencies');
  expect(description).not.toHaveProperty('scripts');
  const content = readFileSync(archive);
  // No source map, no test key, no path of this computer, and no label in a language that the catalogue lacks.
  const unwanted = ['sourceMappingURL', 'sourcesContent', 'BEGIN PRIVATE KEY', root, 'node_modules/.bin'];
  for (const text of [...unwanted, 'Kalender']) expect(content.includes(text), text).toBe(false);
  // Beside the archive there is no other app, no default app and no update address.
  expect(readdirSync(join(folder, 'resources'))).toEqual([
    'LICENSE.txt',
    'THIRD-PARTY-NOTICES.txt',
    'app.asar',
    'sbom.cdx.json',
  ]);
  expect(existsSync(join(folder, 'resources/app.asar.unpacked'))).toBe(false);
});

/** Returns the size of a script of the archive with all that it imports at once. */
function loadedBytes(name: string, found = new Set<string>()): number {
  if (found.has(name)) return 0;
  found.add(name);
  const script = extractFile(archive, `dist/${name}`).toString();
  const imported = [...script.matchAll(/from\s*["'`]\.\/([\w-]+\.js)["'`]/g)].map(([, other = '']) => other);
  return imported.reduce((sum, other) => sum + loadedBytes(other, found), script.length);
}

test('checklist switches: the package answers its own questions, and none beside a switch that it does not know', async () => {
  const profile = newProfile();
  const ask = (...words: string[]) => askCommandLine(words, { profile, program: executable });
  expect(await ask('--guard=20GB')).toMatchObject({ code: 69, answer: '' });
  expect(await ask('--help')).toMatchObject({ code: 0, problem: '' });
  for (const word of ['--inspect=0', '--remote-debugging-port=0', '--no-sandbox', '-status', '--quiet']) {
    const { code, answer, problem } = await ask('--status', word);
    expect([code, answer], word).toEqual([64, '']);
    expect(problem).toContain(`does not know ${word.split('=')[0]}`);
    expect(problem).not.toMatch(/listening/i);
  }
});

test('the package contains its licence and the notices of bundled packages', () => {
  const resource = (name: string) => readFileSync(join(folder, 'resources', name), 'utf8');
  expect(resource('LICENSE.txt')).toBe(readFileSync(join(root, 'LICENSE'), 'utf8'));
  const { dependencies } = z
    .object({ dependencies: z.record(z.string(), z.string()) })
    .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
  const notices = resource('THIRD-PARTY-NOTICES.txt');
  const missing = Object.keys(dependencies).filter((name) => !notices.includes(`\n${name} `));
  expect(missing).toEqual([]);
});
