import { safeStorage } from 'electron';
import type { Keyring } from '../contract/account.ts';
import { type Probed, probeKeyring, sampleText } from './keyring-probe.ts';

/** A locked keyring waits for its prompt. After this long the answer is "silent", and the app goes on without it. */
const timeLimitMs = 20_000;
/** Ciphertext of Linux that begins so is under a key that everybody knows: no protection at all. */
const fallbackPrefix = 'v10';

type Encrypted = { kind: 'encrypted'; data: Uint8Array } | { kind: 'none' | 'silent' };
type Decrypted =
  | { kind: 'decrypted'; plainText: string; encryptAgain: boolean }
  | { kind: 'unreadable' | 'none' | 'silent' };

export type SystemKeychain = {
  glance(): Keyring;
  encrypt(plainText: string): Promise<Encrypted>;
  decrypt(data: Uint8Array): Promise<Decrypted>;
};

/**
 * The system's keyring through safeStorage. Electron 42 brought the asynchronous calls and 46 removes the synchronous
 * ones, so what the runtime has decides. Nothing here throws, hangs, or accepts a fallback key as a keyring.
 */
export function systemKeychain(): SystemKeychain {
  return typeof safeStorage.encryptStringAsync === 'function'
    ? asynchronousKeychain()
    : synchronousKeychain();
}

/** For the demo, whose credentials are no secret: nothing is kept and nobody is asked. */
export function memoryKeychain(): SystemKeychain {
  return {
    glance: () => 'unknown',
    encrypt: async () => ({ kind: 'none' }),
    decrypt: async () => ({ kind: 'none' }),
  };
}

/** Without a call that may prompt: on macOS even asking whether encryption is available does. */
function glance(): Keyring {
  return hasNoBackend() ? 'none' : 'unknown';
}

function hasNoBackend(): boolean {
  return process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text';
}

function isFallback(data: Uint8Array): boolean {
  return (
    process.platform === 'linux' && Buffer.from(data).subarray(0, 3).toString('latin1') === fallbackPrefix
  );
}

function asynchronousKeychain(): SystemKeychain {
  return {
    glance,
    async encrypt(plainText) {
      if (hasNoBackend()) return { kind: 'none' };
      const result = await withinLimit(safeStorage.encryptStringAsync(plainText));
      if (result.kind === 'silent') return { kind: 'silent' };
      if (result.kind === 'failed' || isFallback(result.value)) return { kind: 'none' };
      return { kind: 'encrypted', data: result.value };
    },
    async decrypt(data) {
      if (hasNoBackend()) return { kind: 'none' };
      const result = await withinLimit(safeStorage.decryptStringAsync(Buffer.from(data)));
      if (result.kind === 'silent') return { kind: 'silent' };
      if (result.kind === 'failed') return { kind: isTemporary(result.error) ? 'silent' : 'unreadable' };
      const { result: plainText, shouldReEncrypt } = result.value;
      return { kind: 'decrypted', plainText, encryptAgain: shouldReEncrypt };
    },
  };
}

/** A key that this process does not share with the one that asked is kept nowhere: the person cancelled the prompt. */
function asked(probed: Probed): Keyring {
  if (probed.kind !== 'available') return probed.kind;
  try {
    return safeStorage.decryptString(Buffer.from(probed.sample)) === sampleText ? 'available' : 'none';
  } catch {
    return 'none';
  }
}

/** On Linux a locked keyring blocks these calls and with them the whole process, so another process asks first. */
function synchronousKeychain(): SystemKeychain {
  async function ask(): Promise<Keyring> {
    if (hasNoBackend()) return 'none';
    if (process.platform === 'linux') return asked(await probeKeyring(timeLimitMs));
    return safeStorage.isEncryptionAvailable() ? 'available' : 'none';
  }
  return {
    glance,
    async encrypt(plainText) {
      const keyring = await ask();
      if (keyring !== 'available') return { kind: keyring === 'silent' ? 'silent' : 'none' };
      try {
        const data = safeStorage.encryptString(plainText);
        return isFallback(data) ? { kind: 'none' } : { kind: 'encrypted', data };
      } catch {
        return { kind: 'none' };
      }
    },
    async decrypt(data) {
      const keyring = await ask();
      if (keyring !== 'available') return { kind: keyring === 'silent' ? 'silent' : 'none' };
      try {
        return {
          kind: 'decrypted',
          plainText: safeStorage.decryptString(Buffer.from(data)),
          encryptAgain: false,
        };
      } catch {
        // A new keyring or a restored backup: the ciphertext stays, the person signs in.
        return { kind: 'unreadable' };
      }
    },
  };
}

type Limited<Value> =
  | { kind: 'done'; value: Value }
  | { kind: 'failed'; error: unknown }
  | { kind: 'silent' };

function withinLimit<Value>(work: Promise<Value>): Promise<Limited<Value>> {
  return new Promise((answer) => {
    const timer = setTimeout(() => answer({ kind: 'silent' }), timeLimitMs);
    work
      .then(
        (value) => answer({ kind: 'done', value }),
        (error: unknown) => answer({ kind: 'failed', error }),
      )
      .finally(() => clearTimeout(timer));
  });
}

/** Electron's words for a keyring that is locked at the moment: the ciphertext may well be readable later. */
function isTemporary(error: unknown): boolean {
  return error instanceof Error && /temporarily unavailable/i.test(error.message);
}
