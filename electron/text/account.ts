import type { Keyring, Remembered } from '../contract/account.ts';
import { formatCount } from './plural.ts';

export const forgetTexts = {
  effect:
    'Oxygauge signs you out and erases the saved sign-in, the traffic history, the alert log and the list of sub-users from this computer. Nothing changes at Oxylabs.',
  forget: 'Forget',
} as const;

export function forgetTitle(username: string): string {
  return `Forget ${username}?`;
}

export function rowsSetAsideText(count: number, locale: string): string {
  return `Oxygauge could not read ${formatCount(count, locale)} of the rows that Oxylabs sent, and left them out.`;
}

/** Returns where the sign-in is kept, and what that means for the next start. */
export function rememberedText(remembered: Remembered, keyring: Keyring): string {
  switch (remembered) {
    case 'keyring':
      return 'Kept by this computer’s keyring';
    case 'unprotected':
      return 'Kept in a file without a keyring’s protection';
    case 'this-run':
      return keyring === 'silent'
        ? 'In memory only: this computer’s keyring does not answer. Unlock it and sign in again to stay signed in.'
        : 'In memory only: this computer has no keyring, or it refused, so you will have to sign in again next time.';
  }
}
