import { z } from 'zod';
import { type AccountId, accountIdSchema, type Keyring, type Remembered } from '../contract/account.ts';
import { Secret } from '../oxylabs/secret.ts';

/** The system's keyring, as the desktop room offers it. No call of it hangs or throws. */
export type Keychain = {
  /** What is known without touching the keyring, which on some systems asks the person. */
  glance(): Keyring;
  encrypt(plainText: string): Promise<{ kind: 'encrypted'; data: Uint8Array } | { kind: 'none' | 'silent' }>;
  decrypt(
    data: Uint8Array,
  ): Promise<
    | { kind: 'decrypted'; plainText: string; encryptAgain: boolean }
    | { kind: 'unreadable' | 'none' | 'silent' }
  >;
};

/** The protection that a person opts in to where there is no keyring: a key in a file of its own. */
export type LocalCipher = {
  /** Null where the key cannot be written. */
  encrypt(plainText: string): Uint8Array | null;
  decrypt(data: Uint8Array): string | null;
  erase(): void;
};

/** One small file. `read` answers null where there is none. Null erases. Neither throws. */
export type VaultFile = { read(): unknown; write(value: unknown): void };

const vaultSchema = z.object({
  username: z.string(),
  accountId: accountIdSchema,
  secret: z.object({ protection: z.enum(['keyring', 'unprotected']), data: z.base64() }).nullable(),
});
type Entry = z.infer<typeof vaultSchema>;

/** What a vault's file holds; null where it is nothing of the kind. */
export function readVault(stored: unknown): { value: unknown; whole: boolean } | null {
  return vaultSchema.safeParse(stored).success ? { value: stored, whole: true } : null;
}

export type Recalled =
  | { kind: 'empty'; username: string | null }
  | { kind: 'found'; username: string; accountId: AccountId; password: Secret; remembered: Remembered }
  | { kind: 'unreadable' | 'silent'; username: string };

/** The main user's sign-in at rest: the password encrypted, the username and account id beside it. The JWT never. */
export type Vault = {
  keyring(): Keyring;
  recall(): Promise<Recalled>;
  remember(
    username: string,
    accountId: AccountId,
    password: Secret,
    allowUnprotected: boolean,
  ): Promise<Remembered>;
  /** Erases the secret; keeps the username for the sign-in form where asked to. */
  forget(keep: 'username' | 'nothing'): void;
};

/** Made of the keyring, the opt-in cipher and a file: plain Node, so that every way a keyring fails is tested there. */
export function createVault(parts: { keychain: Keychain; localCipher: LocalCipher; file: VaultFile }): Vault {
  const { keychain, localCipher, file } = parts;
  let keyring = keychain.glance();

  const readEntry = (): Entry | null => vaultSchema.safeParse(file.read()).data ?? null;

  async function decrypt(entry: Entry): Promise<Recalled> {
    const { username, accountId, secret } = entry;
    if (secret === null) return { kind: 'empty', username };
    const data = Buffer.from(secret.data, 'base64');
    if (secret.protection === 'unprotected') {
      const plainText = localCipher.decrypt(data);
      if (plainText === null) return { kind: 'unreadable', username };
      return {
        kind: 'found',
        username,
        accountId,
        password: new Secret(plainText),
        remembered: 'unprotected',
      };
    }
    const result = await keychain.decrypt(data);
    keyring = result.kind === 'none' || result.kind === 'silent' ? result.kind : 'available';
    if (result.kind === 'silent') return { kind: 'silent', username };
    if (result.kind !== 'decrypted') return { kind: 'unreadable', username };
    const password = new Secret(result.plainText);
    if (result.encryptAgain) await remember(username, accountId, password, false);
    return { kind: 'found', username, accountId, password, remembered: 'keyring' };
  }

  async function remember(
    username: string,
    accountId: AccountId,
    password: Secret,
    allowUnprotected: boolean,
  ): Promise<Remembered> {
    const write = (secret: Entry['secret']) => file.write({ username, accountId, secret } satisfies Entry);
    const result = await keychain.encrypt(password.reveal());
    keyring = result.kind === 'encrypted' ? 'available' : result.kind;
    if (result.kind === 'encrypted') {
      write({ protection: 'keyring', data: Buffer.from(result.data).toString('base64') });
      localCipher.erase();
      return 'keyring';
    }
    const data = allowUnprotected ? localCipher.encrypt(password.reveal()) : null;
    if (data !== null) {
      write({ protection: 'unprotected', data: Buffer.from(data).toString('base64') });
      return 'unprotected';
    }
    write(null);
    localCipher.erase();
    return 'this-run';
  }

  return {
    keyring: () => keyring,
    async recall() {
      const entry = readEntry();
      return entry === null ? { kind: 'empty', username: null } : decrypt(entry);
    },
    remember,
    forget(keep) {
      const entry = readEntry();
      file.write(keep === 'username' && entry !== null ? ({ ...entry, secret: null } satisfies Entry) : null);
      localCipher.erase();
    },
  };
}
