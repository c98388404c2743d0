const list = new Intl.ListFormat('en', { style: 'short', type: 'unit' });

/** Returns facts or names in a row, as the language of the texts joins them: `2 done, 1 failed`. */
export function joinWords(words: readonly string[]): string {
  return list.format(words);
}
