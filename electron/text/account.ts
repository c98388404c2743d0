import type { Keyring, Remembered } from '../contract/account.ts';
import { say } from './say.ts';

/** Returns where the sign-in is kept, and what that means for the next start. */
export function rememberedText(remembered: Remembered, keyring: Keyring): string {
  if (remembered !== 'this-run') return say(`account.remembered.${remembered}`);
  return say(keyring === 'silent' ? 'account.remembered.keyringSilent' : 'account.remembered.noKeyring');
}
