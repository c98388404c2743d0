import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';

/** Holds the end of a file, and whether something before it was left out. */
export type FileEnd = { bytes: Buffer; cut: boolean };

/** The most of one file that is read as a whole. Larger than any that Oxygauge writes, and small enough to parse. */
export const mostBytes = 64 * 1024 * 1024;

/** Says that a path holds something other than a file, or a file that is too large to be ours. */
export class NotOurFileError extends Error {
  readonly code: 'ENOTFILE' | 'EFBIG';

  constructor(code: 'ENOTFILE' | 'EFBIG') {
    super(code);
    this.code = code;
  }
}

/** Reads a whole file of a bounded size as UTF-8. Throws for a larger one, and for anything that is not a file. */
export function readText(file: string, most = mostBytes): string {
  const { bytes, cut } = readEnd(file, most);
  if (cut) throw new NotOurFileError('EFBIG');
  return bytes.toString('utf8');
}

/**
 * Reads at most the last `most` bytes of a file. It is opened without blocking: a plain open of a FIFO waits for a writer,
 * which held the start for ever.
 */
export function readEnd(file: string, most = mostBytes): FileEnd {
  const handle = openSync(file, constants.O_RDONLY | nonBlocking);
  try {
    const found = fstatSync(handle);
    if (!found.isFile()) throw new NotOurFileError('ENOTFILE');
    const from = Math.max(0, found.size - most);
    return { bytes: readFrom(handle, from, found.size - from), cut: from > 0 };
  } finally {
    closeSync(handle);
  }
}

/** Windows has no such flag, nor FIFOs among its files. */
export const nonBlocking = constants.O_NONBLOCK ?? 0;

function readFrom(handle: number, from: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  let done = 0;
  while (done < length) {
    const read = readSync(handle, bytes, done, length - done, from + done);
    if (read === 0) break;
    done += read;
  }
  return bytes.subarray(0, done);
}
