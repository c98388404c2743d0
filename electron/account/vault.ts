import { z } from 'zod';
import { type AccountId, accountIdSchema, type Keyring, type Remembered } from '../contract/account.ts';
import { nameSchema } from '../contract/bounds.ts';
import type { Secret } from '../oxylabs/secret.ts';
import type { ValueFile } from '../storage/files.ts';
import { createSealing, type Keychain, type LocalCipher, sealedSchema } from './sealing.ts';

/** The one entry of the vault's file. */
export const vaultSchema = z.object({
  username: nameSchema,
  accountId: accountIdSchema,
  secret: sealedSchema(100_000).nullable(),
  /** The API refused the secret. It stays until the user acts, and is not sent at the next start. */
  refused: z.boolean().optional(),
});
type Entry = z.infer<typeof vaultSchema>;

/** Parses a vault's file; null for anything else. */
export function readVault(stored: unknown): { value: unknown; whole: boolean } | null {
  return vaultSchema.safeParse(stored).success ? { value: stored, whole: true } : null;
}

export type Recalled =
  | { kind: 'empty'; username: string | null }
  | { kind: 'found'; username: string; accountId: AccountId; password: Secret; remembered: Remembered }
  | { kind: 'refused'; username: string }
  | { kind: 'unreadable' | 'silent'; username: string };

/**
 * The main user's sign-in at rest: the password encrypted, username and account id beside it, never the
 * token.
 */
export type Vault = {
  keyring(): Keyring;
  /** Calls back when a keyring that was silent answers after all. */
  whenAnswered(take: () => void): void;
  recall(): Promise<Recalled>;
  remember(
    username: string,
    accountId: AccountId,
    password: Secret,
    allowUnprotected: boolean,
  ): Promise<Remembered>;
  /** Recalls a secret although the API refused it, for a user who wants to try it again. */
  recallRefused(): Promise<Recalled>;
  /** Keeps the secret, and notes that the API refused it. */
  markRefused(): void;
  /** Erases the secret and the username. A save that is under way writes nothing afterwards. */
  forget(): void;
};

/**
 * Creates a vault on the keyring, the opt-in cipher and a file. Plain Node, so that every failure of a
 * keyring can be tested.
 */
export function createVault(parts: {
  keychain: Keychain;
  localCipher: LocalCipher;
  file: ValueFile<unknown>;
}): Vault {
  const { keychain, localCipher, file } = parts;
  const sealing = createSealing({ keychain, localCipher });
  let keyring = keychain.glance();
  /** Counts what replaces a save that is under way, since a keyring may take long to encrypt. */
  let generation = 0;
  /** The ciphertext that the keyring opened or found unreadable in this run. Any other may still be good. */
  let tried: string | null = null;

  const readEntry = (): Entry | null => vaultSchema.safeParse(file.read()).data ?? null;

  async function decrypt(entry: Entry): Promise<Recalled> {
    const { username, accountId, secret } = entry;
    if (secret === null) return { kind: 'empty', username };
    const opened = await sealing.open(secret);
    const { protection: remembered } = secret;
    if (remembered === 'keyring') keyring = keyringAfter(opened);
    if (opened.kind === 'found' || opened.kind === 'unreadable') tried = secret.data;
    if (opened.kind === 'silent') return { kind: 'silent', username };
    if (opened.kind !== 'found') return { kind: 'unreadable', username };
    const password = opened.secret;
    if (opened.encryptAgain) await sealAgain(entry, password);
    return { kind: 'found', username, accountId, password, remembered };
  }

  /** Replaces a secret that the keyring wants encrypted again, and nothing else. It stays as it is where that fails. */
  async function sealAgain(entry: Entry, password: Secret): Promise<void> {
    generation += 1;
    const own = generation;
    const result = await sealing.inKeyring(password);
    if (generation === own && result.kind === 'sealed') file.write({ ...entry, secret: result.sealed });
  }

  /** Returns whether the file holds a secret of the keyring that was not read yet, and may be good. */
  function holdsUntried(): boolean {
    const secret = readEntry()?.secret ?? null;
    return secret?.protection === 'keyring' && secret.data !== tried;
  }

  async function remember(
    username: string,
    accountId: AccountId,
    password: Secret,
    allowUnprotected: boolean,
  ): Promise<Remembered> {
    generation += 1;
    const own = generation;
    const write = (secret: Entry['secret']) => file.write({ username, accountId, secret } satisfies Entry);
    const result = await sealing.inKeyring(password);
    keyring = keyringAfter(result);
    if (generation !== own) return 'this-run';
    if (result.kind === 'sealed') {
      write(result.sealed);
      tried = result.sealed.data;
      localCipher.eraseUnneeded();
      return 'keyring';
    }
    if (holdsUntried()) return 'this-run';
    const sealed = allowUnprotected ? sealing.unprotected(password) : null;
    if (sealed !== null) {
      write(sealed);
      return 'unprotected';
    }
    write(null);
    localCipher.eraseUnneeded();
    return 'this-run';
  }

  return {
    keyring: () => keyring,
    whenAnswered: keychain.whenAnswered,
    async recall() {
      const entry = readEntry();
      if (entry === null) return { kind: 'empty', username: null };
      // A password that was kept for one run only cannot be tried again.
      const isThere = entry.secret !== null;
      return entry.refused === true && isThere
        ? { kind: 'refused', username: entry.username }
        : decrypt(entry);
    },
    async recallRefused() {
      const entry = readEntry();
      return entry === null ? { kind: 'empty', username: null } : decrypt(entry);
    },
    remember,
    markRefused() {
      generation += 1;
      const entry = readEntry();
      if (entry !== null) file.write({ ...entry, refused: true } satisfies Entry);
    },
    forget() {
      generation += 1;
      file.write(null);
      localCipher.eraseUnneeded();
    },
  };
}

/** Returns the state of the keyring after a call to it. */
function keyringAfter({ kind }: { kind: string }): Keyring {
  return kind === 'none' || kind === 'silent' ? kind : 'available';
}
