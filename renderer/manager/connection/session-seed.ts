const letters = 'abcdefghijkmnpqrstuvwxyz23456789';

/** Returns the beginning of new session ids, at random, so that no other computer has the same. */
export function newSessionSeed(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return Array.from(bytes, (byte) => letters[byte % letters.length]).join('');
}
