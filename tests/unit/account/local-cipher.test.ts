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
  const data = createLocalCipher(keyFile(), () => false).encrypt(plainText);
  if (data === null) throw new Error('No key could be written.');
  return data;
}

test('a ciphertext can be decrypted, in another run too', () => {
  const data = encrypted('pässword');
  expect(Buffer.from(data).toString('latin1')).not.toContain('ssword');
  expect(createLocalCipher(keyFile(), () => false).decrypt(data)).toBe('pässword');
});

test('the key is readable by its owner only, and gone after erase', () => {
  const cipher = createLocalCipher(keyFile(), () => false);
  const data = encrypted('password');
  expect(statSync(keyFile()).mode & 0o777).toBe(0o600);
  cipher.eraseUnneeded();
  expect(cipher.decrypt(data)).toBeNull();
  expect(() => cipher.eraseUnneeded()).not.toThrow();
});

test('a changed ciphertext, a changed key and garbage are unreadable and do not throw', () => {
  const cipher = createLocalCipher(keyFile(), () => false);
  const data = Buffer.from(encrypted('password'));
  const changed = Buffer.from(data);
  changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
  expect(cipher.decrypt(changed)).toBeNull();
  expect(cipher.decrypt(Buffer.from('short'))).toBeNull();
  writeFileSync(keyFile(), 'short');
  expect(cipher.decrypt(data)).toBeNull();
  expect(readFileSync(keyFile(), 'utf8')).toBe('short');
});

test('without a writable key there is no ciphertext, and nothing throws', () => {
  writeFileSync(join(folder, 'profile'), 'a file where the folder should be');
  const cipher = createLocalCipher(keyFile(), () => false);
  expect(cipher.encrypt('password')).toBeNull();
  expect(() => cipher.eraseUnneeded()).not.toThrow();
});
