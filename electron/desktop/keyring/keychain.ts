import { app, safeStorage } from 'electron';
import type { Keyring } from '../../contract/account.ts';
import { type Probed, probeKeyring, sampleText } from './keyring-probe.ts';
import { holdsOpenKey } from './secret-service.ts';

/** A locked keyring waits for its prompt. After this time it counts as silent, and the app continues without it. */
const timeLimitMs = 20_000;
/** Its question stays open this long, because a password is looked up, or a first keyring set up. */
const promptLimitMs = 10 * 60_000;
/** A Secret Service that works answers within milliseconds. */
const questionLimitMs = 2_000;
/** On Linux, ciphertext with this prefix uses a well-known key, which protects nothing. */
const fallbackPrefix = 'v10';

type Encrypted = { kind: 'encrypted'; data: Uint8Array } | { kind: 'none' | 'silent' };
type Decrypted =
  | { kind: 'decrypted'; plainText: string; encryptAgain: boolean }
  | { kind: 'unreadable' | 'none' | 'silent' };

export type SystemKeychain = {
  glance(): Keyring;
  encrypt(plainText: string): Promise<Encrypted>;
  decrypt(data: Uint8Array): Promise<Decrypted>;
  whenAnswered(take: () => void): void;
};

/**
 * Opens the system's keyring through safeStorage, with the API that the runtime has: Electron 42 added asynchronous calls,
 * 46 removes the synchronous ones. It never throws, hangs, or accepts a fallback key as a keyring.
 */
export function systemKeychain(): SystemKeychain {
  return typeof safeStorage.encryptStringAsync === 'function'
    ? asynchronousKeychain()
    : synchronousKeychain();
}

/** Returns a keychain in memory for the demo, whose credentials are no secret. */
export function memoryKeychain(): SystemKeychain {
  return {
    glance: () => 'unknown',
    encrypt: async () => ({ kind: 'none' }),
    decrypt: async () => ({ kind: 'none' }),
    whenAnswered() {},
  };
}

/** Checks without a call that may prompt: on macOS, even asking whether encryption is available does. */
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
  const late = lateAnswers();
  async function inTime<Value>(work: Promise<Value>): Promise<Limited<Value>> {
    const result = await withinLimit(work, timeLimitMs);
    if (result.kind === 'silent') late.expect(work.then(() => true));
    return result;
  }
  return {
    glance,
    whenAnswered: late.whenAnswered,
    async encrypt(plainText) {
      if (hasNoBackend()) return { kind: 'none' };
      const result = await inTime(safeStorage.encryptStringAsync(plainText));
      if (result.kind === 'silent') return { kind: 'silent' };
      if (result.kind === 'failed' || isFallback(result.value)) return { kind: 'none' };
      return { kind: 'encrypted', data: result.value };
    },
    async decrypt(data) {
      if (hasNoBackend()) return { kind: 'none' };
      const result = await inTime(safeStorage.decryptStringAsync(Buffer.from(data)));
      if (result.kind === 'silent') return { kind: 'silent' };
      if (result.kind === 'failed') return { kind: isTemporary(result.error) ? 'silent' : 'unreadable' };
      const { result: plainText, shouldReEncrypt } = result.value;
      return { kind: 'decrypted', plainText, encryptAgain: shouldReEncrypt };
    },
  };
}

/**
 * Returns the probe's verdict. A key that differs between the processes is not stored anywhere, because the user cancelled
 * the prompt.
 */
function asked(probed: Probed): Keyring {
  if (probed.kind !== 'available') return probed.kind;
  try {
    return safeStorage.decryptString(Buffer.from(probed.sample)) === sampleText ? 'available' : 'none';
  } catch {
    return 'none';
  }
}

/**
 * Wraps the synchronous calls, which a locked keyring on Linux blocks, and the process with them: so D-Bus says first
 * whether our key is open, or a second process tries (KWallet, the first sign-in). Between that answer and the call a
 * service can still crash (an error), hang (25 s in libsecret) or lock (a prompt), within some milliseconds.
 */
function synchronousKeychain(): SystemKeychain {
  const late = lateAnswers();
  /** One prompt at a time: what is asked meanwhile waits for the same answer. */
  let probing: Promise<Probed> | null = null;

  async function probe(limitMs: number): Promise<Probed> {
    probing ??= probeKeyring(promptLimitMs).finally(() => {
      probing = null;
    });
    const answer = probing;
    const result = await withinLimit(answer, limitMs);
    if (result.kind === 'done') return result.value;
    if (result.kind === 'silent') late.expect(answer.then(({ kind }) => kind === 'available'));
    return { kind: result.kind === 'silent' ? 'silent' : 'none' };
  }

  async function ask(): Promise<Keyring> {
    if (hasNoBackend()) return 'none';
    const begin = performance.now();
    if (process.platform === 'linux' && !(await isOpenInSecretService()))
      return asked(await probe(timeLimitMs - (performance.now() - begin)));
    return safeStorage.isEncryptionAvailable() ? 'available' : 'none';
  }
  return {
    glance,
    whenAnswered: late.whenAnswered,
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
        // A new keyring or a restored backup: the ciphertext stays, and the user signs in.
        return { kind: 'unreadable' };
      }
    },
  };
}

async function isOpenInSecretService(): Promise<boolean> {
  if (safeStorage.getSelectedStorageBackend() !== 'gnome_libsecret') return false;
  return holdsOpenKey({ application: app.getName(), limitMs: questionLimitMs });
}

type Limited<Value> =
  | { kind: 'done'; value: Value }
  | { kind: 'failed'; error: unknown }
  | { kind: 'silent' };

function withinLimit<Value>(work: Promise<Value>, limitMs: number): Promise<Limited<Value>> {
  return new Promise((answer) => {
    const timer = setTimeout(() => answer({ kind: 'silent' }), limitMs);
    work
      .then(
        (value) => answer({ kind: 'done', value }),
        (error: unknown) => answer({ kind: 'failed', error }),
      )
      .finally(() => clearTimeout(timer));
  });
}

/** Returns whether Electron reports a keyring that is locked now, so that the ciphertext may be readable later. */
function isTemporary(error: unknown): boolean {
  return error instanceof Error && /temporarily unavailable/i.test(error.message);
}

/** Calls back once for all questions that one late answer ends. */
function lateAnswers() {
  let take = () => {};
  let waiting = 0;
  return {
    whenAnswered(next: () => void): void {
      take = next;
    },
    expect(answer: Promise<boolean>): void {
      waiting += 1;
      const end = (canBeUsed: boolean) => {
        waiting -= 1;
        if (canBeUsed && waiting === 0) take();
      };
      // A refusal leaves the app as it went on without the keyring.
      answer.then(end, () => end(false));
    },
  };
}
