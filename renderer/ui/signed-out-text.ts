import type { SignedOutReason } from '../../electron/contract/account.ts';

/** Why nobody is signed in, for a person; null where there is nothing to explain. */
export function signedOutText(reason: SignedOutReason): string | null {
  switch (reason) {
    case 'never-signed-in':
    case 'signed-out':
      return null;
    case 'refused':
      return 'Oxylabs no longer accepts the saved sign-in. The password may have been changed. Sign in again.';
    case 'secret-unreadable':
      return 'The saved password cannot be read any more, since this computer’s keyring is a different one. Sign in again.';
    case 'keyring-silent':
      return 'This computer’s keyring does not answer. Unlock it and start Oxygauge again, or sign in for this run.';
  }
}
