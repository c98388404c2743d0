import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { replaceFile } from '../storage/private-files.ts';
import { readEnd } from '../storage/read-file.ts';
import type { LocalCipher } from './sealing.ts';

const keyBytes = 32;
const ivBytes = 12;
const tagBytes = 16;

/**
 * Encrypts with AES-256-GCM under a random key in a separate file (0600). It protects a password from
 * searches and from a lost copy of one file, not from a program that can read the whole profile.
 */
export function createLocalCipher(keyFile: string, isNeeded: () => boolean): LocalCipher {
  function readKey(): Buffer | null {
    try {
      const { bytes, cut } = readEnd(keyFile, keyBytes);
      return bytes.length === keyBytes && !cut ? bytes : null;
    } catch {
      return null;
    }
  }

  /** Creates the key. Returns null on a full disk: nothing is stored then, and the vault's file reports why. */
  function makeKey(): Buffer | null {
    const key = randomBytes(keyBytes);
    try {
      replaceFile(keyFile, key);
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
        // The key changed or the file is damaged: the sign-in form follows, with the username filled in.
        return null;
      }
    },
    eraseUnneeded() {
      // Whether it is needed takes a look at every secret, and with a keyring there is no key.
      if (!existsSync(keyFile) || isNeeded()) return;
      try {
        rmSync(keyFile, { force: true });
      } catch {
        // The folder is not writable: the vault, which is erased in it, reports that. A key alone opens
        // nothing.
      }
    },
  };
}
