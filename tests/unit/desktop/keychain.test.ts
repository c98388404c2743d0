import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { systemKeychain } from '../../../electron/desktop/keyring/keychain.ts';
import { account } from '../../matrix/account.ts';
import { proves } from '../../matrix/fault.ts';
import { platform } from '../../matrix/platform.ts';

/** Fakes safeStorage as it was measured to behave. Electron 42 and later have the asynchronous calls. */
const { safeStorage, probe, secretService } = vi.hoisted(() => ({
  safeStorage: {
    getSelectedStorageBackend: (): string => 'gnome_libsecret',
    isEncryptionAvailable: (): boolean => true,
    encryptString: (plainText: string): Buffer => Buffer.from(`v11${plainText}`),
    decryptString: (data: Buffer): string => data.toString().slice(3),
    encryptStringAsync: undefined as undefined | ((plainText: string) => Promise<Buffer>),
    decryptStringAsync: undefined as
      | undefined
      | ((data: Buffer) => Promise<{ result: string; shouldReEncrypt: boolean }>),
  },
  probe: {
    answer: 'available',
    sample: 'v11Oxygauge',
    limitsMs: [] as number[],
    prompt: null as Promise<string> | null,
  },
  secretService: { isOpen: false, answersAfterMs: 0, asked: [] as string[] },
}));
vi.mock('electron', () => ({ safeStorage, app: { getName: () => 'Oxygauge' } }));
vi.mock('../../../electron/desktop/keyring/secret-service.ts', () => ({
  async holdsOpenKey({ application }: { application: string }) {
    secretService.asked.push(application);
    await new Promise((done) => setTimeout(done, secretService.answersAfterMs));
    return secretService.isOpen;
  },
}));
vi.mock('../../../electron/desktop/keyring/keyring-probe.ts', () => ({
  sampleText: 'Oxygauge',
  async probeKeyring(limitMs: number) {
    probe.limitsMs.push(limitMs);
    return { kind: (await probe.prompt) ?? probe.answer, sample: Buffer.from(probe.sample) };
  },
}));

const good = { ...safeStorage };
beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: true }));
afterEach(() => {
  vi.useRealTimers();
  Object.assign(safeStorage, good);
  Object.assign(probe, { answer: 'available', sample: 'v11Oxygauge', limitsMs: [], prompt: null });
  Object.assign(secretService, { isOpen: false, answersAfterMs: 0, asked: [] });
});

const dies = () => {
  throw new Error('Error while encrypting the text provided to safeStorage.encryptString.');
};
const never = () => new Promise<never>(() => {});

/** Both APIs of the runtime, each with the changes that a test makes. */
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
    // The key differs from this run's, so only this run's ciphertext can be read.
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
  // The probe process does the encrypting; this process must not touch the keyring.
  const encryptString = vi.fn(good.encryptString);
  const decryptString = vi.fn(good.decryptString);
  ways.synchronous({ encryptString, decryptString });
  probe.answer = 'silent';
  expect(await systemKeychain().encrypt('secret')).toEqual({ kind: 'silent' });
  expect(await systemKeychain().decrypt(Buffer.from('v11secret'))).toEqual({ kind: 'silent' });
  expect(encryptString).not.toHaveBeenCalled();
  expect(decryptString).not.toHaveBeenCalled();
});

test('a key in an unlocked Secret Service needs no second process', async () => {
  ways.synchronous({});
  secretService.isOpen = true;
  const encrypted = await systemKeychain().encrypt('secret');
  if (encrypted.kind !== 'encrypted') throw new Error(encrypted.kind);
  expect(await systemKeychain().decrypt(encrypted.data)).toMatchObject({ plainText: 'secret' });
  expect(secretService.asked).toEqual(['Oxygauge', 'Oxygauge']);
  expect(probe.limitsMs).toEqual([]);
});

test(proves(account, 'keyring-dies', 'after it has answered'), async () => {
  // Chromium's behaviour in this state (measured).
  ways.synchronous({ isEncryptionAvailable: () => false, encryptString: dies, decryptString: dies });
  secretService.isOpen = true;
  expect(await systemKeychain().encrypt('secret')).toEqual({ kind: 'none' });
  expect(await systemKeychain().decrypt(Buffer.from('v11secret'))).toEqual({ kind: 'none' });
});

test('a keyring other than a Secret Service is not queried as one', async () => {
  ways.synchronous({ getSelectedStorageBackend: () => 'kwallet5' });
  secretService.isOpen = true;
  expect(await systemKeychain().encrypt('secret')).toMatchObject({ kind: 'encrypted' });
  expect(secretService.asked).toEqual([]);
  expect(probe.limitsMs).toHaveLength(1);
});

test(proves(platform, 'locked-keyring', 'a slow question takes from the same 20 s'), async () => {
  ways.synchronous({});
  probe.prompt = never();
  secretService.answersAfterMs = 2_000;
  const answer = systemKeychain().encrypt('secret');
  await vi.advanceTimersByTimeAsync(20_100);
  expect(await answer).toEqual({ kind: 'silent' });
});

test('a prompt stays open for minutes, is the only one, and its late answer is passed on', async () => {
  ways.synchronous({});
  let type = (_answer: string) => {};
  probe.prompt = new Promise((done) => {
    type = done;
  });
  const keychain = systemKeychain();
  const answered = vi.fn();
  keychain.whenAnswered(answered);
  const both = Promise.all([keychain.encrypt('secret'), keychain.decrypt(Buffer.from('v11secret'))]);
  await vi.advanceTimersByTimeAsync(20_100);
  expect(await both).toEqual([{ kind: 'silent' }, { kind: 'silent' }]);
  await vi.advanceTimersByTimeAsync(5 * 60_000);
  expect(probe.limitsMs).toEqual([10 * 60_000]);
  expect(answered).not.toHaveBeenCalled();
  type('available');
  await vi.waitFor(() => expect(answered).toHaveBeenCalledTimes(1));
});

test('a question to the asynchronous calls that is answered late is passed on, unless refused', async () => {
  for (const [end, times] of [
    ['answer', 1],
    ['refuse', 0],
  ] as const) {
    let finish = () => {};
    const encryptStringAsync = () =>
      new Promise<Buffer>((done, fail) => {
        finish = () => (end === 'answer' ? done(Buffer.from('v11secret')) : fail(new Error('refused')));
      });
    ways.asynchronous({ encryptStringAsync });
    const keychain = systemKeychain();
    const answered = vi.fn();
    keychain.whenAnswered(answered);
    const result = keychain.encrypt('secret');
    await vi.advanceTimersByTimeAsync(20_100);
    expect(await result).toEqual({ kind: 'silent' });
    finish();
    await vi.advanceTimersByTimeAsync(10);
    expect(answered).toHaveBeenCalledTimes(times);
  }
});

test(proves(account, 'keyring-prompt-cancelled', 'another key in each process'), async () => {
  // Chromium generates a key and reports "available", with another key in each process.
  const encryptString = vi.fn(good.encryptString);
  for (const decryptString of [dies, () => 'rubbish']) {
    ways.synchronous({ encryptString, decryptString });
    expect(await systemKeychain().encrypt('secret')).toEqual({ kind: 'none' });
    expect(await systemKeychain().decrypt(Buffer.from('v11secret'))).toEqual({ kind: 'none' });
  }
  expect(encryptString).not.toHaveBeenCalled();
});

test('"temporarily unavailable" does not discard a secret', async () => {
  ways.asynchronous({
    decryptStringAsync: () => Promise.reject(new Error('The keychain is temporarily unavailable.')),
  });
  expect(await systemKeychain().decrypt(Buffer.from('v11secret'))).toEqual({ kind: 'silent' });
});
