import { randomBelow } from '../sub-users/random.ts';

const letters = 'abcdefghijkmnpqrstuvwxyz23456789';

/** Returns a new session id, or the beginning of several, at random, so that no other computer has the same. */
export function newSessionSeed(): string {
  return Array.from({ length: 8 }, () => letters.charAt(randomBelow(letters.length))).join('');
}
