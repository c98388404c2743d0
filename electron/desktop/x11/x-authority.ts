import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const cookieName = 'MIT-MAGIC-COOKIE-1';

/** Returns the cookie with which this user may connect to a display, or null if none is kept for it. */
export function cookieFor(display: string, environment: NodeJS.ProcessEnv): Buffer | null {
  const file = environment.XAUTHORITY ?? join(environment.HOME ?? '', '.Xauthority');
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch {
    // Servers that need no cookie have no such file.
    return null;
  }
  return findCookie(bytes, display);
}

/** Finds the cookie in the file's entries: family, host, display, name and data, each with its length in front. */
export function findCookie(bytes: Buffer, display: string): Buffer | null {
  let at = 0;
  const field = (): Buffer => {
    const length = at + 2 <= bytes.length ? bytes.readUInt16BE(at) : 0;
    const value = bytes.subarray(at + 2, at + 2 + length);
    at += 2 + length;
    return value;
  };
  while (at + 2 < bytes.length) {
    at += 2;
    const [, number, name, data] = [field(), field().toString(), field().toString(), field()];
    if (name === cookieName && (number === display || number === '')) return data;
  }
  return null;
}
