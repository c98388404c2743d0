import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { metainfoReleases, versionsIn } from './changelog.ts';

const root = resolve(import.meta.dirname, '../..');
const here = import.meta.dirname;

/** Describes what is released: its version, and the time of its commit (epoch seconds). */
export type Release = { version: string; committedAtS: number };

/** Where deb and rpm install the app, as electron-builder does. */
const installedAt = '/opt/Oxygauge';

/**
 * Writes what deb and rpm install beside the app into a folder: the command, man page, metainfo, copyright and changelog.
 * The package owns the command, since a script that makes it loses it in an rpm upgrade (electron-builder#7326).
 */
export function writeLinuxFiles(folder: string, release: Release): void {
  const write = (path: string, content: string | Buffer) => {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content, { mode: 0o644 });
  };
  const changelog = readFileSync(join(root, 'CHANGELOG.md'), 'utf8');
  const part = (name: string) => readFileSync(join(here, name), 'utf8');
  write('usr/share/man/man1/oxygauge.1.gz', packed(part('oxygauge.1')));
  write('usr/share/doc/oxygauge/changelog.gz', packed(changelog));
  write('usr/share/doc/oxygauge/changelog.Debian.gz', packed(debianChangelog(release)));
  write('usr/share/doc/oxygauge/copyright', readFileSync(join(root, 'LICENSE'), 'utf8') + elsewhere);
  write('usr/share/lintian/overrides/oxygauge', part('lintian-overrides'));
  write(
    'usr/share/metainfo/io.github.oxygauge.oxygauge.metainfo.xml',
    part('io.github.oxygauge.metainfo.xml').replace(
      'RELEASES',
      metainfoReleases(versionsIn(changelog), release),
    ),
  );
  mkdirSync(join(folder, 'usr/bin'), { recursive: true });
  symlinkSync(`${installedAt}/oxygauge`, join(folder, 'usr/bin/oxygauge'));
}

const elsewhere = `
The licences of the software that Oxygauge contains are in ${installedAt}/resources/THIRD-PARTY-NOTICES.txt,
${installedAt}/LICENSE.electron.txt and ${installedAt}/LICENSES.chromium.html.
`;

/** Packs without a name or time, so that two builds are equal. */
function packed(text: string): Buffer {
  return gzipSync(text, { level: 9 });
}

function debianChangelog({ version, committedAtS }: Release): string {
  const date = new Date(committedAtS * 1_000).toUTCString().replace('GMT', '+0000');
  return `oxygauge (${version.replaceAll('-', '~')}) stable; urgency=low

  * See changelog.gz.

 -- The Oxygauge developers <oxygauge@users.noreply.github.com>  ${date}
`;
}
