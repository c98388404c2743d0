/**
 * Returns the first of the system's locales that formatters support. Some systems name unusable ones (`C` on a bare Linux),
 * and a formatter throws on those.
 */
export function usableLocale(candidates: readonly string[]): string {
  for (const candidate of candidates) {
    try {
      const [known] = Intl.NumberFormat.supportedLocalesOf(candidate);
      if (known !== undefined) return known;
    } catch {
      // This is not a language tag, so try the next.
    }
  }
  return 'en-GB';
}
