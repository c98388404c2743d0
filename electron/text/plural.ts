/** The words are English, so plurals follow English in every locale of the numbers. */
const english = new Intl.PluralRules('en');

/** Formats a whole number: `1,234`. */
export function formatCount(count: number, locale: string): string {
  return count.toLocaleString(locale, { maximumFractionDigits: 0 });
}

/** Returns a number with its noun: `1 sub-user`, `1,234 sub-users`. */
export function plural(count: number, one: string, locale: string, other = `${one}s`): string {
  return `${formatCount(count, locale)} ${english.select(count) === 'one' ? one : other}`;
}
