import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { LocalCipher } from './vault.ts';

const keyBytes = 32;
const ivBytes = 12;
const tagBytes = 16;

/**
 * AES-256-GCM under a random key in a file of its own (0600). It keeps a password out of searches and of a lost copy
 * of one file; it does not keep it from somebody who can read the whole profile. The opt-in says so.
 */
export function createLocalCipher(keyFile: string): LocalCipher {
  function readKey(): Buffer | null {
    try {
      const key = readFileSync(keyFile);
      return key.length === keyBytes ? key : null;
    } catch {
      return null;
    }
  }

  /** On a full disk there is none, and nothing is kept: the vault's own file tells why. */
  function makeKey(): Buffer | null {
    const key = randomBytes(keyBytes);
    try {
      mkdirSync(dirname(keyFile), { recursive: true, mode: 0o700 });
      writeFileSync(keyFile, key, { mode: 0o600, flush: true });
      chmodSync(keyFile, 0o600);
      return key;
    } catch {
      return null;
    }
  }

  return {
    encrypt(plainText) {
      const key = readKey() ?? makeKey();
      if (key === null) return null;
      const iv = randomBytes(ivBytes);
      const cipher = createCipheriv('aes-256-gcm', key, iv);
      const body = Buffer.concat([cipher.update(plainText, 'utf8'), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), body]);
    },
    decrypt(data) {
      const key = readKey();
      if (key === null || data.length < ivBytes + tagBytes) return null;
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, data.subarray(0, ivBytes));
        decipher.setAuthTag(data.subarray(ivBytes, ivBytes + tagBytes));
        const text = Buffer.concat([decipher.update(data.subarray(ivBytes + tagBytes)), decipher.final()]);
        return text.toString('utf8');
      } catch {
        // Another key, or a damaged file: the sign-in screen follows, with the username filled in.
        return null;
      }
    },
    erase() {
      try {
        rmSync(keyFile, { force: true });
      } catch {
        // A folder that cannot be written: the vault, which is emptied in it, tells so. A key alone opens nothing.
      }
    },
  };
}
