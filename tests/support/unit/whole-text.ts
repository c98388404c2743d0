/** Returns a text that is saved in pieces as the file would hold it. */
export function wholeText(text: string | Iterable<string>): string {
  return typeof text === 'string' ? text : [...text].join('');
}
