import type { Keychain, LocalCipher, VaultFile } from '../../electron/account/vault.ts';

export type FakeKeychain = Keychain & {
  /** How the keyring behaves from now on. `replaced`: it is another one, and what was encrypted before stays closed. */
  behave: 'well' | 'none' | 'silent' | 'replaced';
};

export function fakeKeychain(): FakeKeychain {
  return {
    behave: 'well',
    glance: () => 'unknown',
    async encrypt(plainText) {
      if (this.behave === 'none' || this.behave === 'silent') return { kind: this.behave };
      return { kind: 'encrypted', data: Buffer.from(`locked:${Buffer.from(plainText).toString('hex')}`) };
    },
    async decrypt(data) {
      if (this.behave === 'none' || this.behave === 'silent') return { kind: this.behave };
      if (this.behave === 'replaced') return { kind: 'unreadable' };
      const hex = Buffer.from(data).toString().replace('locked:', '');
      return { kind: 'decrypted', plainText: Buffer.from(hex, 'hex').toString(), encryptAgain: false };
    },
  };
}

export function memoryFile(): VaultFile & { content: unknown } {
  return {
    content: null,
    read() {
      return this.content;
    },
    write(value) {
      this.content = JSON.parse(JSON.stringify(value));
    },
  };
}

export function fakeCipher(): LocalCipher & { erased: number } {
  return {
    erased: 0,
    encrypt: (plainText) => Buffer.from(plainText).reverse(),
    decrypt: (data) => Buffer.from(data).reverse().toString(),
    erase() {
      this.erased += 1;
    },
  };
}
