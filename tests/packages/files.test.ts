import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { again, installed, only, release, run } from './made.ts';

const sha = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');

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
