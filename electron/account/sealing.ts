import { z } from 'zod';
import type { Keyring } from '../contract/account.ts';
import { Secret } from '../oxylabs/secret.ts';
import type { JsonFiles, ValueFile } from '../storage/files.ts';

/** The system's keyring, implemented by desktop/. No call hangs or throws. */
export type Keychain = {
  /** Returns what is known without opening the keyring, which prompts on some systems. */
  glance(): Keyring;
  encrypt(plainText: string): Promise<{ kind: 'encrypted'; data: Uint8Array } | { kind: 'none' | 'silent' }>;
  decrypt(
    data: Uint8Array,
  ): Promise<
    | { kind: 'decrypted'; plainText: string; encryptAgain: boolean }
    | { kind: 'unreadable' | 'none' | 'silent' }
  >;
  /** Calls back when a question that was left open as `silent` is answered, and the keyring can be used. */
  whenAnswered(take: () => void): void;
};

/** The protection that a user can opt in to where there is no keyring: a key in a separate file. */
export type LocalCipher = {
  /** Null where the key cannot be written. */
  encrypt(plainText: string): Uint8Array | null;
  decrypt(data: Uint8Array): string | null;
  /** Erases the key unless something on disk is sealed with it. */
  eraseUnneeded(): void;
};

/** Returns the schema of a secret as it is on disk: base64 of at most `mostCharacters`. */
export function sealedSchema(mostCharacters: number) {
  return z.object({
    protection: z.enum(['keyring', 'unprotected']),
    data: z.base64().max(mostCharacters),
  });
}
export type Sealed = z.infer<ReturnType<typeof sealedSchema>>;

const protectionSchema = z.object({ protection: z.literal('unprotected') });

/** Returns whether the sign-in or another secret on disk is sealed with the local cipher. */
export function isSealedLocally(
  signIn: Pick<ValueFile<unknown>, 'read'>,
  ...folders: readonly Pick<JsonFiles, 'names' | 'read'>[]
): boolean {
  const isLocal = (value: unknown) => protectionSchema.safeParse(value).success;
  const entry = z.object({ secret: z.unknown() }).safeParse(signIn.read()).data;
  return (
    isLocal(entry?.secret) ||
    folders.some((secrets) => secrets.names().some((name) => isLocal(secrets.read(name))))
  );
}

/**
 * Precedes the secret in what the keyring encrypts. Chromium's cipher on Linux checks nothing (AES-CBC, `v11`), so that
 * another key turns one ciphertext in 256 into a text instead of an error, and without a mark that would pass for a password.
 */
const mark = 'Oxygauge:';

export type Opened =
  | { kind: 'found'; secret: Secret; encryptAgain: boolean }
  | { kind: 'unreadable' | 'none' | 'silent' };

/** Seals secrets for the disk and opens them, with the keyring or with the cipher that the user opted in to. */
export function createSealing({
  keychain,
  localCipher,
}: {
  keychain: Pick<Keychain, 'encrypt' | 'decrypt'>;
  localCipher: Pick<LocalCipher, 'encrypt' | 'decrypt'>;
}) {
  return {
    async inKeyring(
      secret: Secret,
    ): Promise<{ kind: 'sealed'; sealed: Sealed } | { kind: 'none' | 'silent' }> {
      const result = await keychain.encrypt(mark + secret.reveal());
      return result.kind === 'encrypted'
        ? { kind: 'sealed', sealed: sealedWith('keyring', result.data) }
        : result;
    },
    /** Returns null where the cipher has no key and cannot write one. */
    unprotected(secret: Secret): Sealed | null {
      const data = localCipher.encrypt(secret.reveal());
      return data === null ? null : sealedWith('unprotected', data);
    },
    async open({ protection, data }: Sealed): Promise<Opened> {
      const bytes = Buffer.from(data, 'base64');
      if (protection === 'unprotected') {
        const text = localCipher.decrypt(bytes);
        return text === null
          ? { kind: 'unreadable' }
          : { kind: 'found', secret: new Secret(text), encryptAgain: false };
      }
      const result = await keychain.decrypt(bytes);
      if (result.kind !== 'decrypted') return result;
      const { plainText, encryptAgain } = result;
      if (!plainText.startsWith(mark)) return { kind: 'unreadable' };
      return { kind: 'found', secret: new Secret(plainText.slice(mark.length)), encryptAgain };
    },
  };
}

function sealedWith(protection: Sealed['protection'], data: Uint8Array): Sealed {
  return { protection, data: Buffer.from(data).toString('base64') };
}
