const asking = /^--(?:status|guard|sub-user|account|max-age|no-names|help)(?:=|$)/;

/**
 * Returns whether a command line asks a question, which is answered without starting. The entry alone imports this: what it
 * shared with the rest would be loaded with the entry, which waits for the rest.
 */
export function asks(words: readonly string[]): boolean {
  return words.some((word) => asking.test(word));
}
