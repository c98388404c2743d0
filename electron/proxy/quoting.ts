/** Quotes for a POSIX shell: all is literal between single quotes, so only these are taken apart. */
export function inShell(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/** Quotes for PowerShell, which doubles a quote, and takes typographic quotes for one too. */
export function inPowerShell(text: string): string {
  return `'${text.replaceAll(/['\u2018-\u201b]/g, '$&$&')}'`;
}

/** Encodes a part of a URL, also the marks that `encodeURIComponent` leaves and some parsers do not. */
export function inUrl(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replaceAll(
    /[!'()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** Quotes for JavaScript, whose strings hold those of JSON. */
export function inJavaScript(text: string): string {
  return JSON.stringify(text);
}

/** Quotes for Python: its escapes are those of JSON but `\/`, which JSON.stringify does not write. */
export function inPython(text: string): string {
  return JSON.stringify(text.toWellFormed());
}
