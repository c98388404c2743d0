import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { systemKeychain } from '../../../electron/desktop/keychain.ts';
import { account } from '../../matrix/account.ts';
import { proves } from '../../matrix/fault.ts';
import { platform } from '../../matrix/platform.ts';

/** Electron's part, as it was measured to behave. Electron 42 and later have the asynchronous calls. */
const { safeStorage, probe } = vi.hoisted(() => ({
  safeStorage: {
    getSelectedStorageBackend: (): string => 'gnome_libsecret',
    isEncryptionAvailable: () => true,
    encryptString: (plainText: string): Buffer => Buffer.from(`v11${plainText}`),
    decryptString: (data: Buffer): string => data.toString().slice(3),
    encryptStringAsync: undefined as undefined | ((plainText: string) => Promise<Buffer>),
    decryptStringAsync: undefined as
      | undefined
      | ((data: Buffer) => Promise<{ result: string; shouldReEncrypt: boolean }>),
  },
  probe: { answer: 'available', sample: 'v11Oxygauge' },
}));
vi.mock('electron', () => ({ safeStorage, app: {} }));
vi.mock('../../../electron/desktop/keyring-probe.ts', () => ({
  sampleText: 'Oxygauge',
  probeKeyring: async () => ({ kind: probe.answer, sample: Buffer.from(probe.sample) }),
}));

const good = { ...safeStorage };
beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  Object.assign(safeStorage, good);
  Object.assign(probe, { answer: 'available', sample: 'v11Oxygauge' });
});

const dies = () => {
  throw new Error('Error while encrypting the text provided to safeStorage.encryptString.');
};
const never = () => new Promise<never>(() => {});

/** Both of the runtime's ways, each with what the test changes of them. */
const ways = {
  synchronous: (change: Partial<typeof safeStorage>) => Object.assign(safeStorage, change),
  asynchronous: ({ encryptString, decryptString, ...change }: Partial<typeof safeStorage>) =>
    Object.assign(safeStorage, {
      encryptStringAsync: async (text: string) => (encryptString ?? good.encryptString)(text),
      decryptStringAsync: async (data: Buffer) => ({
        result: (decryptString ?? good.decryptString)(data),
        shouldReEncrypt: false,
      }),
      ...change,
    }),
};

for (const [name, make] of Object.entries(ways)) {
  test(`a good keyring encrypts and decrypts (${name})`, async () => {
    make({});
    const keychain = systemKeychain();
    const encrypted = await keychain.encrypt('secret');
    if (encrypted.kind !== 'encrypted') throw new Error(encrypted.kind);
    expect(await keychain.decrypt(encrypted.data)).toMatchObject({ kind: 'decrypted', plainText: 'secret' });
  });

  test(proves(platform, 'fallback-key', name), async () => {
    make({ encryptString: (text) => Buffer.from(`v10${text}`) });
    expect(await systemKeychain().encrypt('secret')).toEqual({ kind: 'none' });
    const encryptString = vi.fn(good.encryptString);
    make({ encryptString, getSelectedStorageBackend: () => 'basic_text' });
    const keychain = systemKeychain();
    expect(keychain.glance()).toBe('none');
    expect(await keychain.encrypt('secret')).toEqual({ kind: 'none' });
    expect(await keychain.decrypt(Buffer.from('v10secret'))).toEqual({ kind: 'none' });
    expect(encryptString).not.toHaveBeenCalled();
  });

  test(proves(platform, 'replaced-keyring', name), async () => {
    // Another key than the one of this run, which reads its own.
    make({ decryptString: (data) => (data.toString() === 'v11secret' ? dies() : good.decryptString(data)) });
    expect(await systemKeychain().decrypt(Buffer.from('v11secret'))).toEqual({ kind: 'unreadable' });
  });

  test(proves(account, 'keyring-dies', name), async () => {
    make({ encryptString: dies });
    expect(await systemKeychain().encrypt('secret')).toEqual({ kind: 'none' });
  });
}

test(proves(platform, 'locked-keyring', 'asynchronous'), async () => {
  ways.asynchronous({ encryptStringAsync: never, decryptStringAsync: never });
  const keychain = systemKeychain();
  const answers = Promise.all([keychain.encrypt('secret'), keychain.decrypt(Buffer.from('v11secret'))]);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(await answers).toEqual([{ kind: 'silent' }, { kind: 'silent' }]);
});

test(proves(platform, 'locked-keyring', 'synchronous'), async () => {
  // Asked of another process; this one must not touch it.
  const encryptString = vi.fn(good.encryptString);
  const decryptString = vi.fn(good.decryptString);
  ways.synchronous({ encryptString, decryptString });
  probe.answer = 'silent';
  expect(await systemKeychain().encrypt('secret')).toEqual({ kind: 'silent' });
  expect(await systemKeychain().decrypt(Buffer.from('v11secret'))).toEqual({ kind: 'silent' });
  expect(encryptString).not.toHaveBeenCalled();
  expect(decryptString).not.toHaveBeenCalled();
});

test(proves(account, 'keyring-prompt-cancelled', 'a key of its own'), async () => {
  // Chromium makes up a key and says "available", in each process another one.
  const encryptString = vi.fn(good.encryptString);
  for (const decryptString of [dies, () => 'rubbish']) {
    ways.synchronous({ encryptString, decryptString });
    expect(await systemKeychain().encrypt('secret')).toEqual({ kind: 'none' });
    expect(await systemKeychain().decrypt(Buffer.from('v11secret'))).toEqual({ kind: 'none' });
  }
  expect(encryptString).not.toHaveBeenCalled();
});

test('"temporarily unavailable" is not the end of a secret', async () => {
  ways.asynchronous({
    decryptStringAsync: () => Promise.reject(new Error('The keychain is temporarily unavailable.')),
  });
  expect(await systemKeychain().decrypt(Buffer.from('v11secret'))).toEqual({ kind: 'silent' });
});
