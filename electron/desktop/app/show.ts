/** What `--show` asks for: the manager, at a sub-user if it names one. */
export type Show = { username: string | null };

/** The longest name in the contract. */
const mostChars = 1_000;

/** Reads `--show` or `--show=NAME`; null without it. The words are read here, since Chromium's reader takes ASCII only. */
export function readShow(words: readonly string[]): Show | null {
  const word = words.findLast((each) => /^--show(=|$)/.test(each));
  return word === undefined ? null : { username: usernameIn({ username: word.slice('--show='.length) }) };
}

/** Returns the name that a second instance hands over, which any program can start: an own text of a name's length, or null. */
export function usernameIn(handed: unknown): string | null {
  if (typeof handed !== 'object' || handed === null || !('username' in handed)) return null;
  const { username } = handed;
  const isName = typeof username === 'string' && username !== '' && username.length <= mostChars;
  return isName ? username : null;
}
