import type { SignedOutReason } from '../contract/account.ts';
import { say } from './say.ts';

/** Explains why the user is signed out; null if there is nothing to explain. */
export function signedOutText(reason: SignedOutReason): string | null {
  return reason === 'never-signed-in' || reason === 'signed-out' ? null : say(`signIn.ended.${reason}`);
}
