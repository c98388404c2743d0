/** Codes that name no country, although the system has a name for them. */
const others: ReadonlySet<string> = new Set(['EU', 'EZ', 'UN', 'QO', 'ZZ', 'XA', 'XB']);

/** Returns the countries by the system's names for them, in the catalogue's language and order. */
export function countries(locale: string): { id: string; name: string }[] {
  const names = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' });
  const letters = Array.from({ length: 26 }, (_, at) => String.fromCharCode(65 + at));
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .flatMap((id) => {
      // A former country, such as DD, is read as its successor.
      const { region } = new Intl.Locale('und', { region: id });
      const name = others.has(id) || region !== id ? undefined : names.of(id);
      return name === undefined ? [] : [{ id, name: `${name} (${id})` }];
    })
    .sort((one, other) => one.name.localeCompare(other.name, locale));
}
