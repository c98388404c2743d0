import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createKeptSecrets } from '../../../electron/account/kept-secrets.ts';
import { createLocalCipher } from '../../../electron/account/local-cipher.ts';
import { isSealedLocally } from '../../../electron/account/sealing.ts';
import { createVault } from '../../../electron/account/vault.ts';
import { Secret } from '../../../electron/oxylabs/secret.ts';
import { inMemoryJson } from '../../../electron/storage/in-memory.ts';
import { fakeKeychain, memoryFile } from '../../support/unit/vault-parts.ts';

let folder: string;
let keychain: ReturnType<typeof fakeKeychain>;
let file: ReturnType<typeof memoryFile>;
let files: ReturnType<typeof inMemoryJson>;
let optedIn: boolean;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'oxygauge-key-'));
  keychain = fakeKeychain();
  file = memoryFile();
  files = inMemoryJson();
  optedIn = true;
});
afterEach(() => rmSync(folder, { recursive: true }));

const keyFile = () => join(folder, 'vault.key');

/** Opens the sign-in and the other secrets as one run of the app does. */
function nextRun() {
  const localCipher = createLocalCipher(keyFile(), () => isSealedLocally(file, files));
  return {
    vault: createVault({ keychain, localCipher, file }),
    secrets: createKeptSecrets({ keychain, localCipher, files, keepWithoutKeyring: () => optedIn }),
  };
}
type Run = ReturnType<typeof nextRun>;

const signIn = ({ vault }: Run) => vault.remember('demo_main', 'account', new Secret('Hidden_1'), optedIn);
const found = async ({ secrets }: Run) => {
  const recalled = await secrets.recall('a_1');
  return recalled.kind === 'found' ? recalled.secret.reveal() : recalled.kind;
};

/** A run without a keyring, whose user opted in, with the passwords of a task. */
async function runWithoutKeyring(): Promise<Run> {
  keychain.behave = 'none';
  const run = nextRun();
  expect(await signIn(run)).toBe('unprotected');
  await run.secrets.keep('a_1', new Secret('Hidden_2'));
  return run;
}

test('a keyring that appears takes the sign-in, and the next run still finds the passwords of a task', async () => {
  await runWithoutKeyring();
  keychain.behave = 'well';
  expect(await signIn(nextRun())).toBe('keyring');
  const later = nextRun();
  expect(await found(later)).toBe('Hidden_2');
  // Nothing needs the key any more, since the keyring has these passwords, too.
  expect(existsSync(keyFile())).toBe(false);
  expect(await found(nextRun())).toBe('Hidden_2');
});

test('signing out leaves the passwords of a task, and their end takes the key along', async () => {
  const run = await runWithoutKeyring();
  run.vault.forget();
  expect(existsSync(keyFile())).toBe(true);
  const next = nextRun();
  expect(await found(next)).toBe('Hidden_2');
  next.secrets.erase('a_1');
  expect(existsSync(keyFile())).toBe(false);
});

test('a user who opts out keeps the passwords for this run only', async () => {
  const run = await runWithoutKeyring();
  const next = nextRun();
  optedIn = false;
  await next.secrets.applyKeepWithoutKeyring();
  expect(await signIn(next)).toBe('this-run');
  expect(existsSync(keyFile())).toBe(false);
  expect(await found(next)).toBe('Hidden_2');
  expect(await found(run)).toBe('Hidden_2');
  expect(await found(nextRun())).toBe('none');
});

test('the key stays while any folder needs it', async () => {
  await runWithoutKeyring();
  const others = inMemoryJson();
  expect(isSealedLocally(memoryFile(), others, files)).toBe(true);
  expect(isSealedLocally(memoryFile(), files, others)).toBe(true);
  expect(isSealedLocally(memoryFile(), others)).toBe(false);
});

test('without a key no secret is read to find out who needs it', () => {
  let looks = 0;
  const cipher = createLocalCipher(keyFile(), () => {
    looks += 1;
    return false;
  });
  cipher.eraseUnneeded();
  expect(looks).toBe(0);
  cipher.encrypt('text');
  cipher.eraseUnneeded();
  expect(looks).toBe(1);
  expect(existsSync(keyFile())).toBe(false);
});
