import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Configuration, Platform, build as pack } from 'electron-builder';
import { versionIn } from './package-version.ts';
import { packArchive } from './packages/archive.ts';
import { type Release, writeLinuxFiles } from './packages/linux-files.ts';
import { requireStrictTransport } from './packages/strict-transport.ts';
import { provideTools } from './packages/tools.ts';
import { NoRuntimeError, type Runtime } from './runtime/choice.ts';
import { resolveRuntime } from './runtime/resolve.ts';
import { build } from './session/build.ts';

/**
 * `npm run dist` packages the app for this system. `--dir` makes the unpacked app only, `--targets=deb,rpm` these packages, and
 * `--quick` packs with the quickest compression. Where no official Electron can be reached, it takes the registry's, and says that
 * this must not be published; `--official`, as for a release, fails instead, and where a package would be unsigned that can be signed.
 */
const root = resolve(import.meta.dirname, '..');
/**
 * Files of a runtime's folder that no package needs: a default app, and another product's address for
 * updates.
 */
const leftovers = ['default_app.asar', 'app-update.yml'];
const unpacked = process.argv.includes('--dir');
const quick = process.argv.includes('--quick');
const official = process.argv.includes('--official');
const asked =
  process.argv
    .find((word) => word.startsWith('--targets='))
    ?.split(/[=,]/)
    .slice(1) ?? [];
const linux = process.platform === 'linux';

/** Folders that an rpm removes with its files. */
const ownFolders = ['/opt/Oxygauge', '/usr/share/doc/oxygauge'].map((path) => `--directories=${path}`);

/** Links by the build id of Electron, which every app on the same Electron would bring, so that two cannot be installed. */
const noBuildIds = ['--rpm-rpmbuild-define', '_build_id_links none'];

const scratch = mkdtempSync(join(tmpdir(), 'oxygauge-dist-'));
try {
  const runtime = await resolveRuntime({ allowRegistry: !official });
  await build(root);
  const release = { version: versionIn(), committedAtS: committedAt() };
  // dpkg-deb, rpmbuild and mksquashfs go by it, so that two builds of one commit are equal.
  process.env.SOURCE_DATE_EPOCH = String(release.committedAtS);
  if (linux && !unpacked && runtime.source === 'registry') provideTools(scratch, quick);
  await pack({
    projectDir: root,
    // electron-builder adds to the list that it is given.
    targets: Platform.current().createTarget(unpacked ? 'dir' : [...asked]),
    publish: 'never',
    config: configOf(runtime, release),
  });
  if (linux && !unpacked && asked.length === 0)
    await packArchive(
      join(root, 'release/linux-unpacked'),
      join(root, `release/oxygauge-${release.version}.tar.gz`),
      release,
      quick,
    );
  if (!unpacked && runtime.source === 'registry')
    console.log('These packages hold the test runtime. Install them to try them, and do not publish them.');
} catch (error) {
  if (!(error instanceof NoRuntimeError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

function configOf(runtime: Omit<Runtime, 'executable'>, release: Release): Configuration {
  const files = join(scratch, 'files');
  writeLinuxFiles(files, release);
  return {
    electronDist: runtime.distPath,
    forceCodeSigning: official && !linux,
    async afterPack({ packager, appOutDir }) {
      const resources = packager.getResourcesDir(appOutDir);
      for (const name of leftovers) await rm(join(resources, name), { force: true });
      // Before the signing, which covers it.
      if (packager.platform === Platform.MAC)
        await requireStrictTransport(join(appOutDir, `${packager.appInfo.productFilename}.app`));
    },
    deb: { fpm: fpmWords('deb', files), ...(quick && { compression: 'gz' }) },
    rpm: {
      fpm: [...fpmWords('rpm', files), ...ownFolders, ...noBuildIds],
      ...(quick && { compression: 'gzip' }),
    },
    ...(quick && { appImage: { compression: 'gzip' as const } }),
    ...(runtime.source === 'registry' && { electronVersion: '33.2.1' }),
  };
}

/** What a deb or rpm has beside the app. `package-type` names it to the app, which says how it is updated. */
function fpmWords(kind: 'deb' | 'rpm', files: string): string[] {
  const folder = join(scratch, kind);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package-type'), `${kind}\n`);
  return [
    '--exclude=opt/Oxygauge/resources/apparmor-profile',
    `${join(folder, 'package-type')}=/opt/Oxygauge/resources/package-type`,
    `${files}/usr/=/usr`,
  ];
}

/** Returns when the commit was made, in epoch seconds, or what the environment says. */
function committedAt(): number {
  const given = Number(process.env.SOURCE_DATE_EPOCH);
  if (Number.isInteger(given) && given > 0) return given;
  return Number(execFileSync('git', ['log', '-1', '--format=%ct'], { cwd: root, encoding: 'utf8' }));
}
