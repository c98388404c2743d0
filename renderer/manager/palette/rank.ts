/** What can be found, by its name. */
export type Named = { name: string };

/**
 * Returns at most `most` entries that match what was typed, the best first: the whole name, its start, the start of a word,
 * any place. Case and accents do not count, and of equal ones the earlier entry comes first.
 */
export function ranked<Entry extends Named>(entries: readonly Entry[], typed: string, most: number): Entry[] {
  const wanted = plain(typed.trim());
  if (wanted === '') return entries.slice(0, most);
  const byRank: Entry[][] = [[], [], [], []];
  for (const entry of entries) {
    const rank = rankOf(plain(entry.name), wanted);
    if (rank !== null) byRank[rank]?.push(entry);
  }
  return byRank.flat().slice(0, most);
}

function rankOf(name: string, wanted: string): number | null {
  const at = name.indexOf(wanted);
  if (at === -1) return null;
  if (at === 0) return name.length === wanted.length ? 0 : 1;
  return startsWord(name, wanted, at) ? 2 : 3;
}

/** Looks at every place, because an earlier one may be inside a word. */
function startsWord(name: string, wanted: string, first: number): boolean {
  for (let at = first; at !== -1; at = name.indexOf(wanted, at + 1)) {
    if (!/[\p{L}\p{N}]/u.test(name.charAt(at - 1))) return true;
  }
  return false;
}

/** Most names are ASCII, and need no normalisation: 12,000 names are compared at each key. */
function plain(text: string): string {
  const lower = text.toLowerCase();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range is ASCII.
  return /^[\u0000-\u007f]*$/.test(lower) ? lower : lower.normalize('NFD').replaceAll(/\p{M}/gu, '');
}
