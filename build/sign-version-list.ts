import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { versionIn } from './package-version.ts';

/**
 * `OXYGAUGE_RELEASE_KEY=PEM tsx build/sign-version-list.ts FILE` writes the signed list that names this version as the
 * newest, for the release's workflow (docs/version-list.md).
 */
const [file] = process.argv.slice(2);
const { OXYGAUGE_RELEASE_KEY: pem } = process.env;

if (file === undefined || pem === undefined || pem === '') {
  console.error('Set OXYGAUGE_RELEASE_KEY to an Ed25519 private key (PEM), and name the file to write.');
  process.exitCode = 1;
} else {
  const key = createPrivateKey(pem);
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('OXYGAUGE_RELEASE_KEY is no Ed25519 key.');
  const version = versionIn();
  const list = { product: 'oxygauge', format: 1, issuedAt: Date.now(), newest: version };
  const text = `${JSON.stringify(list)}\n`;
  writeFileSync(file, `${sign(null, Buffer.from(text), key).toString('base64')}\n${text}`);
  const publicKey = createPublicKey(key).export({ format: 'der', type: 'spki' }).toString('base64');
  console.log(`Wrote ${file} for ${version}. The package must hold the public key ${publicKey}`);
}
