import { execFileSync } from 'node:child_process';
import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readSignedList } from '../../../electron/monitor/releases/signed-list.ts';

const root = resolve(import.meta.dirname, '../../..');
const file = join(mkdtempSync(join(tmpdir(), 'oxygauge-sign-')), 'versions.txt');

function run(pem: string): string {
  const { OXYGAUGE_RELEASE_KEY: _own, ...environment } = process.env;
  return execFileSync(process.execPath, ['--import', 'tsx', join(root, 'build/sign-version-list.ts'), file], {
    cwd: root,
    encoding: 'utf8',
    stdio: 'pipe',
    env: { ...environment, OXYGAUGE_RELEASE_KEY: pem },
  });
}

test('the release script writes a list that the app reads with the key that it prints', () => {
  expect(() => run('')).toThrow('Set OXYGAUGE_RELEASE_KEY');
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2_048 }).privateKey;
  expect(() => run(rsa.export({ format: 'pem', type: 'pkcs8' }).toString())).toThrow('no Ed25519 key');
  expect(existsSync(file)).toBe(false);

  const { privateKey } = generateKeyPairSync('ed25519');
  const printed = run(privateKey.export({ format: 'pem', type: 'pkcs8' }).toString());
  const base64 = printed.trim().split(' ').at(-1) ?? '';
  const key = createPublicKey({ key: Buffer.from(base64, 'base64'), format: 'der', type: 'spki' });
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  expect(readSignedList(readFileSync(file), key)).toMatchObject({ product: 'oxygauge', newest: version });
});
