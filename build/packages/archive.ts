import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  createWriteStream,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { create } from 'tar';
import { recovery } from '../../electron/text/en/recovery.ts';
import { filesUnder } from './files-under.ts';
import type { Release } from './linux-files.ts';

/**
 * Packs the unpacked app as a tar.gz whose launcher says what to do where the sandbox cannot work. Names, order and times are
 * those of the commit, so that two builds are equal.
 */
export async function packArchive(
  unpacked: string,
  output: string,
  release: Release,
  quick: boolean,
): Promise<void> {
  const parent = mkdtempSync(join(dirname(output), '.archive-'));
  try {
    const folder = join(parent, basename(output, '.tar.gz'));
    // Links, since it is 250 MB.
    execFileSync('cp', ['-al', unpacked, folder]);
    renameSync(join(folder, 'oxygauge'), join(folder, 'oxygauge.bin'));
    const launcher = readFileSync(join(import.meta.dirname, 'launcher.sh'), 'utf8');
    writeFileSync(join(folder, 'oxygauge'), launcher.replace('REFUSAL', recovery.noNamespaces));
    chmodSync(join(folder, 'oxygauge'), 0o755);
    const mtime = new Date(release.committedAtS * 1_000);
    await pipeline(
      create({ cwd: parent, portable: true, mtime, sync: false }, filesUnder(parent)),
      createGzip({ level: quick ? 1 : 9 }),
      createWriteStream(output),
    );
  } finally {
    rmSync(parent, { recursive: true, force: true });
  }
}
