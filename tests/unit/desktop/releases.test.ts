import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { loopbackFrom } from '../../../electron/desktop/app/loopback.ts';
import { listSource } from '../../../electron/desktop/releases/list-source.ts';
import { packageKind, updateCommand } from '../../../electron/desktop/releases/update-command.ts';
import { releaseKey } from '../../support/server/version-server.ts';

afterEach(() => vi.unstubAllGlobals());

const key = releaseKey.export({ format: 'der', type: 'spki' }).toString('base64');
const instead = { port: 4_000, key };

test('a build without a release key, one that leaves the list out and the demo look for none', () => {
  vi.stubGlobal('__OXYGAUGE_VERSION_LIST__', true);
  expect(listSource({ demo: false, instead: null })).toEqual({ unavailable: 'no-key' });
  expect(listSource({ demo: true, instead })).toEqual({ unavailable: 'demo' });
  vi.stubGlobal('__OXYGAUGE_VERSION_LIST__', false);
  expect(listSource({ demo: false, instead })).toEqual({ unavailable: 'left-out' });
});

test('a test names a port of this computer and its key, never another host', () => {
  vi.stubGlobal('__OXYGAUGE_VERSION_LIST__', true);
  const source = listSource({ demo: false, instead });
  if ('unavailable' in source) throw new Error(source.unavailable);
  expect(source.address).toBe('http://127.0.0.1:4000/versions.txt');
  expect(source.key.equals(releaseKey)).toBe(true);
  const named = (port: string) =>
    loopbackFrom({ OXYGAUGE_VERSION_LIST_PORT: port, OXYGAUGE_VERSION_LIST_KEY: key }).versionList;
  expect(named('4000')).toEqual(instead);
  expect(named('example.com')).toBeNull();
  expect(loopbackFrom({ OXYGAUGE_VERSION_LIST_PORT: '4000' }).versionList).toBeNull();
});

test('a Debian and an RPM package name the command that installs the next one', () => {
  const resources = mkdtempSync(join(tmpdir(), 'oxygauge-resources-'));
  expect(packageKind(resources)).toBe('other');
  writeFileSync(join(resources, 'package-type'), 'deb\n');
  expect(packageKind(resources)).toBe('deb');
  writeFileSync(join(resources, 'package-type'), 'rpm');
  expect(packageKind(resources)).toBe('rpm');
  writeFileSync(join(resources, 'package-type'), 'pacman');
  expect(packageKind(resources)).toBe('other');
  expect(updateCommand('deb', 'x64', '0.2.0')).toBe('sudo apt install ./oxygauge_0.2.0_amd64.deb');
  expect(updateCommand('rpm', 'arm64', '0.2.0')).toBe('sudo rpm --upgrade ./oxygauge-0.2.0.aarch64.rpm');
  expect(updateCommand('deb', 'riscv64', '0.2.0')).toBeNull();
  expect(updateCommand('other', 'x64', '0.2.0')).toBeNull();
});
