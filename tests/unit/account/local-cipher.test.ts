import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createLocalCipher } from '../../../electron/account/local-cipher.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'oxygauge-cipher-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const keyFile = () => join(folder, 'profile', 'vault.key');

function encrypted(plainText: string): Uint8Array {
  const data = createLocalCipher(keyFile()).encrypt(plainText);
  if (data === null) throw new Error('No key could be written.');
  return data;
}

test('what was encrypted comes back, in another run as well', () => {
  const data = encrypted('pässword');
  expect(Buffer.from(data).toString('latin1')).not.toContain('ssword');
  expect(createLocalCipher(keyFile()).decrypt(data)).toBe('pässword');
});

test('the key is for its owner alone, and gone after erase', () => {
  const cipher = createLocalCipher(keyFile());
  const data = encrypted('password');
  expect(statSync(keyFile()).mode & 0o777).toBe(0o600);
  cipher.erase();
  expect(cipher.decrypt(data)).toBeNull();
  expect(() => cipher.erase()).not.toThrow();
});

test('a changed ciphertext, a changed key and rubbish are unreadable, not a crash', () => {
  const cipher = createLocalCipher(keyFile());
  const data = Buffer.from(encrypted('password'));
  const changed = Buffer.from(data);
  changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
  expect(cipher.decrypt(changed)).toBeNull();
  expect(cipher.decrypt(Buffer.from('short'))).toBeNull();
  writeFileSync(keyFile(), 'short');
  expect(cipher.decrypt(data)).toBeNull();
  expect(readFileSync(keyFile(), 'utf8')).toBe('short');
});

test('where no key can be written there is no ciphertext, and no crash', () => {
  writeFileSync(join(folder, 'profile'), 'a file where the folder should be');
  const cipher = createLocalCipher(keyFile());
  expect(cipher.encrypt('password')).toBeNull();
  expect(() => cipher.erase()).not.toThrow();
});
