const mostLetters = 64;
/** Is not seen, is no part of a link or a mention in any service, and keeps the line together. */
const wordJoiner = '\u2060';

/**
 * Returns a name that is only text wherever it is shown: on one line, without what controls or hides its characters, and
 * with an invisible mark after each sign, so that no service makes a link, a mention, a command or markup of it.
 */
export function quietName(name: string): string {
  const line = name
    .toWellFormed()
    .replace(/[\p{C}\p{Z}\s]+/gu, ' ')
    .trim();
  const letters = [...line];
  const short = letters.length > mostLetters ? `${letters.slice(0, mostLetters).join('')}…` : line;
  return short.replace(/[^\p{L}\p{M}\p{N}_ …-]/gu, (sign) => `${sign}${wordJoiner}`);
}

/** Returns the beginning of a text that is too long, and marks that it was cut. Half a character is never left. */
export function cutTo(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
