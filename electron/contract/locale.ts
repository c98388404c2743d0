/**
 * The first of the system's locales that numbers and dates can be written in. Systems name some that nothing knows
 * (`C` on a bare Linux), and a formatter that is handed one throws.
 */
export function usableLocale(candidates: readonly string[]): string {
  for (const candidate of candidates) {
    try {
      const [known] = Intl.NumberFormat.supportedLocalesOf(candidate);
      if (known !== undefined) return known;
    } catch {
      // Not even a language tag: the next one.
    }
  }
  return 'en-GB';
}
