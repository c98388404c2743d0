import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { packageOf } from '../../../build/session/shared-objects.ts';
import { openNotifier } from '../../../electron/desktop/notifications/notifier.ts';

const setAppUserModelId = vi.hoisted(() => vi.fn());
vi.mock('electron', () => ({ app: { setAppUserModelId }, Notification: {} }));

const root = resolve(import.meta.dirname, '../../..');
const read = (name: string) => readFileSync(join(root, name), 'utf8');
const targets = z.array(z.string());
const config = z
  .object({
    appId: z.string(),
    publish: z.null(),
    files: z.array(z.string()),
    linux: z.object({ target: targets }),
    appImage: z.object({ executableArgs: z.array(z.string()) }),
    deb: z.object({ depends: z.array(z.string()) }),
    rpm: z.object({ depends: z.array(z.string()) }),
    mac: z.object({
      target: targets,
      hardenedRuntime: z.literal(true),
      entitlements: z.string(),
      entitlementsInherit: z.string(),
      extendInfo: z.unknown(),
    }),
    nsis: z.object({ include: z.string() }),
    win: z.object({ target: targets }),
  })
  .parse(parse(read('electron-builder.yml')));

afterEach(() => vi.unstubAllGlobals());

test('checklist package-targets: each system has its packages, and none looks for updates', () => {
  expect(config.linux.target).toEqual(['AppImage', 'deb', 'rpm']);
  expect(config.mac.target).toEqual(['dmg', 'zip']);
  expect(config.win.target).toEqual(['nsis', 'portable']);
  expect(config.files).toEqual([
    'dist/**',
    'package.json',
    '!node_modules',
    '!dist/THIRD-PARTY-NOTICES.txt',
    '!dist/sbom.cdx.json',
  ]);
});

test('electron-builder knows every key of the configuration, for each system', async () => {
  const { validateConfiguration } = await import('app-builder-lib/out/util/config/config.js');
  const { DebugLogger } = await import('builder-util');
  const whole = parse(read('electron-builder.yml'));
  await validateConfiguration(whole, new DebugLogger(false));
  const wrong = { ...whole, nsis: { ...whole.nsis, includes: 'x' } };
  await expect(validateConfiguration(wrong, new DebugLogger(false))).rejects.toThrow(/configuration\.nsis/);
});

test('on macOS the app is in no dock', () => {
  expect(config.mac.extendInfo).toEqual({ LSUIElement: true });
});

test('on Windows an uninstallation ends the start at login, by the name under which Electron keeps it', () => {
  const script = read(config.nsis.include);
  expect(script).toMatch(/!macro customUnInstall\n {2}\$\{ifNot\} \$\{isUpdated\}/);
  for (const key of ['Run', 'Explorer\\StartupApproved\\Run'])
    expect(script).toContain(
      `DeleteRegValue HKCU "Software\\Microsoft\\Windows\\CurrentVersion\\${key}" "\${APP_ID}"`,
    );
});

test('checklist app-id: Windows knows the running app by the name of its package', () => {
  vi.stubGlobal('process', Object.create(process, { platform: { value: 'win32' } }));
  openNotifier(() => {});
  expect(setAppUserModelId.mock.calls).toEqual([[config.appId]]);
});

test('checklist entitlements: the hardened runtime allows what V8 needs, and nothing else', () => {
  expect(config.mac.entitlementsInherit).toBe(config.mac.entitlements);
  const keys = [...read(config.mac.entitlements).matchAll(/<key>(.*)<\/key>/g)].map(([, key]) => key);
  expect(keys).toEqual(['com.apple.security.cs.allow-jit']);
});

test('checklist appimage-sandbox: no package starts the app without its sandbox', () => {
  expect(config.appImage.executableArgs).toEqual([]);
  expect(read('electron-builder.yml').replace(/^\s*#.*$/gm, '')).not.toContain('no-sandbox');
});

test('the package depends on every library that Electron links, on Debian and elsewhere', () => {
  expect(config.deb.depends).toEqual(expect.arrayContaining([...new Set(Object.values(packageOf))]));
  expect(config.rpm.depends).toHaveLength(config.deb.depends.length);
});

test('checklist current-electron: the shipped version is the locked one, and was supported in November 2026', () => {
  const version = z.object({ version: z.string() });
  const lock = z
    .object({ packages: z.object({ 'node_modules/electron': version }) })
    .parse(JSON.parse(read('package-lock.json')));
  const { version: locked } = lock.packages['node_modules/electron'];
  expect(version.parse(JSON.parse(read('node_modules/electron/package.json'))).version).toBe(locked);
  expect(Number.parseInt(locked, 10)).toBeGreaterThanOrEqual(45);
  expect(read('electron-builder.yml')).not.toMatch(/electronVersion|electronDist:/);
});
