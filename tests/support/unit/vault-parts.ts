import type { Keychain, LocalCipher } from '../../../electron/account/sealing.ts';
import type { ValueFile } from '../../../electron/storage/files.ts';

export type FakeKeychain = Keychain & {
  /** The user answers the prompt of a silent keyring. */
  answer(): void;
  /**
   * Sets how the keyring behaves from now on. `replaced`: it is a new one, which cannot decrypt earlier secrets;
   * `garbles`: its key makes some other text of them.
   */
  behave: 'well' | 'none' | 'silent' | 'replaced' | 'garbles';
  /** It asks to encrypt again what it decrypts, as after a change of its key. */
  encryptsAgain: boolean;
  /** Holds encryptions from now on; `begun` resolves with the first, and `finish` lets them all go through. */
  holdEncryption(): { begun: Promise<void>; finish: () => void };
};

export function fakeKeychain(): FakeKeychain {
  let begin = () => {};
  let held: Promise<void> | null = null;
  let answered = () => {};
  return {
    answer() {
      this.behave = 'well';
      answered();
    },
    whenAnswered(take) {
      answered = take;
    },
    behave: 'well',
    encryptsAgain: false,
    holdEncryption() {
      let finish = () => {};
      held = new Promise((done) => {
        finish = done;
      });
      const begun = new Promise<void>((done) => {
        begin = done;
      });
      return { begun, finish };
    },
    glance: () => 'unknown',
    async encrypt(plainText) {
      begin();
      await held;
      if (this.behave === 'none' || this.behave === 'silent') return { kind: this.behave };
      return { kind: 'encrypted', data: Buffer.from(`locked:${Buffer.from(plainText).toString('hex')}`) };
    },
    async decrypt(data) {
      if (this.behave === 'none' || this.behave === 'silent') return { kind: this.behave };
      if (this.behave === 'replaced') return { kind: 'unreadable' };
      if (this.behave === 'garbles')
        return { kind: 'decrypted', plainText: '\ufffd\u0012z\ufffd', encryptAgain: true };
      const hex = Buffer.from(data).toString().replace('locked:', '');
      return {
        kind: 'decrypted',
        plainText: Buffer.from(hex, 'hex').toString(),
        encryptAgain: this.encryptsAgain,
      };
    },
  };
}

export function memoryFile(): ValueFile<unknown> & { content: unknown } {
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
    eraseUnneeded() {
      this.erased += 1;
    },
  };
}
