import type { Secret } from '../oxylabs/secret.ts';
import type { JsonFiles } from '../storage/files.ts';
import type { Keychain, LocalCipher } from './sealing.ts';
import { createSealing, type Sealed, sealedSchema } from './sealing.ts';

/** 20,000 passwords with their names are below 3 MB, and base64 adds a third. */
const mostCharacters = 8 * 1024 * 1024;
const keptSchema = sealedSchema(mostCharacters);

export type RecalledSecret = { kind: 'found'; secret: Secret } | { kind: 'none' | 'unreadable' | 'silent' };

/**
 * Secrets by name, encrypted as the sign-in is. Without a keyring they last for this run, unless the user opted in to keep
 * the sign-in without one.
 */
export type KeptSecrets = {
  /** Returns whether it outlives this run. */
  keep(name: string, secret: Secret): Promise<boolean>;
  recall(name: string): Promise<RecalledSecret>;
  /** Returns the names of all secrets, also of those that cannot be read now. */
  names(): string[];
  erase(name: string): void;
  /** Erases all secrets but those whose names are kept. */
  sweep(keeps: (name: string) => boolean): void;
  /** Call after the user changed the choice to keep secrets without a keyring: without it, they last for this run. */
  applyKeepWithoutKeyring(): Promise<void>;
};

export type KeptSecretsParts = {
  keychain: Keychain;
  localCipher: LocalCipher;
  files: JsonFiles;
  keepWithoutKeyring: () => boolean;
};

export function createKeptSecrets({
  keychain,
  localCipher,
  files,
  keepWithoutKeyring,
}: KeptSecretsParts): KeptSecrets {
  const inMemory = new Map<string, Secret>();
  const fileOf = (name: string) => `${name}.json`;

  const sealing = createSealing({ keychain, localCipher });

  async function sealed(secret: Secret): Promise<Sealed | null> {
    const result = await sealing.inKeyring(secret);
    if (result.kind === 'sealed') return result.sealed;
    return keepWithoutKeyring() ? sealing.unprotected(secret) : null;
  }

  const keptNames = () => files.names().map((file) => file.replace(/\.json$/, ''));

  const readKept = (name: string): Sealed | null =>
    keptSchema.safeParse(files.read(fileOf(name))).data ?? null;

  async function keep(name: string, secret: Secret): Promise<boolean> {
    inMemory.set(name, secret);
    const kept = await sealed(secret);
    const isStored = kept !== null && inMemory.get(name) === secret;
    if (isStored) files.write(fileOf(name), kept);
    localCipher.eraseUnneeded();
    return isStored;
  }

  function sweep(keeps: (name: string) => boolean): void {
    files.sweep((file) => keeps(file.replace(/\.json$/, '')));
    localCipher.eraseUnneeded();
  }

  return {
    keep,
    async recall(name) {
      const secret = inMemory.get(name);
      if (secret !== undefined) return { kind: 'found', secret };
      const kept = readKept(name);
      if (kept === null) return { kind: 'none' };
      const opened = await sealing.open(kept);
      if (opened.kind !== 'found') return { kind: opened.kind === 'silent' ? 'silent' : 'unreadable' };
      // A keyring that was not there before protects it better.
      if (opened.encryptAgain || kept.protection === 'unprotected') await keep(name, opened.secret);
      return { kind: 'found', secret: opened.secret };
    },
    names: () => [...new Set([...inMemory.keys(), ...keptNames()])],
    erase(name) {
      inMemory.delete(name);
      sweep((each) => each !== name);
    },
    sweep(keeps) {
      for (const name of inMemory.keys()) if (!keeps(name)) inMemory.delete(name);
      sweep(keeps);
    },
    async applyKeepWithoutKeyring() {
      if (keepWithoutKeyring()) return;
      for (const name of keptNames()) {
        const kept = readKept(name);
        if (kept?.protection !== 'unprotected') continue;
        const opened = await sealing.open(kept);
        if (opened.kind === 'found') inMemory.set(name, inMemory.get(name) ?? opened.secret);
        sweep((each) => each !== name);
      }
    },
  };
}
