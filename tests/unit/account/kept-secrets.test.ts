import { beforeEach, expect, test } from 'vitest';
import { createKeptSecrets } from '../../../electron/account/kept-secrets.ts';
import { Secret } from '../../../electron/oxylabs/secret.ts';
import { inMemoryJson } from '../../../electron/storage/in-memory.ts';
import { fakeCipher, fakeKeychain } from '../../support/unit/vault-parts.ts';

let keychain: ReturnType<typeof fakeKeychain>;
let localCipher: ReturnType<typeof fakeCipher>;
let files: ReturnType<typeof inMemoryJson>;
let optedIn: boolean;

beforeEach(() => {
  keychain = fakeKeychain();
  localCipher = fakeCipher();
  files = inMemoryJson();
  optedIn = false;
});

/** Opens the secrets as the next run does. */
const nextRun = () => createKeptSecrets({ keychain, localCipher, files, keepWithoutKeyring: () => optedIn });
const recalled = async (name: string) => {
  const result = await nextRun().recall(name);
  return result.kind === 'found' ? result.secret.reveal() : result.kind;
};

test('the next run finds a secret, and no file holds it in the clear', async () => {
  await nextRun().keep('a_1', new Secret('Hidden_1'));
  expect(await recalled('a_1')).toBe('Hidden_1');
  expect(JSON.stringify(files.read('a_1.json'))).not.toContain('Hidden_1');
});

test('without a keyring a secret ends with the run, unless the user opted in', async () => {
  keychain.behave = 'none';
  const run = nextRun();
  await run.keep('a_1', new Secret('Hidden_1'));
  expect(await run.recall('a_1')).toMatchObject({ kind: 'found' });
  expect(await recalled('a_1')).toBe('none');
  optedIn = true;
  await run.keep('a_1', new Secret('Hidden_1'));
  expect(await recalled('a_1')).toBe('Hidden_1');
});

test('a keyring that is silent, replaced or garbles is not taken for an empty one', async () => {
  await nextRun().keep('a_1', new Secret('Hidden_1'));
  keychain.behave = 'silent';
  expect(await recalled('a_1')).toBe('silent');
  keychain.behave = 'replaced';
  expect(await recalled('a_1')).toBe('unreadable');
  keychain.behave = 'garbles';
  expect(await recalled('a_1')).toBe('unreadable');
  keychain.behave = 'well';
  expect(await recalled('a_1')).toBe('Hidden_1');
});

test('erased is erased, in memory and on disk', async () => {
  const run = nextRun();
  for (const name of ['a_1', 'a_2', 'b_1']) await run.keep(name, new Secret(name));
  run.erase('a_1');
  run.sweep((name) => !name.startsWith('b_'));
  expect(await run.recall('a_1')).toEqual({ kind: 'none' });
  expect([await recalled('a_1'), await recalled('a_2'), await recalled('b_1')]).toEqual([
    'none',
    'a_2',
    'none',
  ]);
});
